using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Storage.Sqlite;

namespace Sensoro.Dashboard.Storage.People;

/// <summary>Reads everybody who has an account. It is asked before the first request and every few seconds, so it goes past EF Core's model.</summary>
public sealed class UserQueries
{
    private readonly string _file;

    internal UserQueries(SqliteDatabase database, IOptions<StorageOptions> options)
    {
        database.EnsureReady();
        _file = options.Value.StateFile;
    }

    /// <summary>All users, in the order of their names.</summary>
    public IReadOnlyList<UserStanding> List()
    {
        using var connection = SqliteFile.OpenReader(_file);
        return SqliteUsers.Read(connection);
    }

    /// <summary>All sessions: their ids, and whose each is.</summary>
    public IReadOnlyDictionary<string, string> Sessions()
    {
        using var connection = SqliteFile.OpenReader(_file);
        return SqliteUsers.ReadSessions(connection);
    }
}
