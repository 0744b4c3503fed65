using Microsoft.Data.Sqlite;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Storage.Tokens;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>Reads the table of tokens.</summary>
internal static class SqliteTokens
{
    private const string Sql =
        "SELECT id, name, scopes, made_by, made_at, expires_at, revoked_at, last_use_at, hash FROM api_tokens ORDER BY id DESC";

    public static IReadOnlyList<StoredToken> Read(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        using var reader = command.ExecuteReader();
        var tokens = new List<StoredToken>();
        while (reader.Read())
        {
            tokens.Add(new StoredToken(
                new TokenStanding(
                    reader.GetInt64(0),
                    reader.GetString(1),
                    (TokenScope)reader.GetInt32(2),
                    reader.GetString(3),
                    DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(4)),
                    DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(5)),
                    Time(reader, 6),
                    Time(reader, 7)),
                reader.GetFieldValue<byte[]>(8)));
        }

        return tokens;
    }

    private static DateTimeOffset? Time(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));
}
