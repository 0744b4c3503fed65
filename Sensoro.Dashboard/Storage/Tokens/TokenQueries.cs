using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Storage.Sqlite;

namespace Sensoro.Dashboard.Storage.Tokens;

/// <summary>Reads all tokens that were made. It is asked every few seconds, so it goes past EF Core's model.</summary>
public sealed class TokenQueries
{
    private readonly string _file;

    internal TokenQueries(SqliteDatabase database, IOptions<StorageOptions> options)
    {
        database.EnsureReady();
        _file = options.Value.StateFile;
    }

    /// <summary>All of them, the newest first.</summary>
    public IReadOnlyList<StoredToken> List()
    {
        using var connection = SqliteFile.OpenReader(_file);
        return SqliteTokens.Read(connection);
    }
}
