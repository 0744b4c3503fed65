using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>
/// Gives the connections that read the state room for the pages of the device list: with the 2 MB that SQLite takes by itself, a
/// page of 50 among 100,000 devices reads most of its pages anew, which costs up to eight times as much.
/// </summary>
internal sealed class StateReadSettings : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA cache_size=-8000";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
