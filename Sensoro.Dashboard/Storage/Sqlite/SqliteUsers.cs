using Microsoft.Data.Sqlite;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Storage.People;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>Reads the tables of users and of their sessions.</summary>
internal static class SqliteUsers
{
    private const string Sql =
        """
        SELECT id, user_name, role, is_active, security_stamp, created_at, last_sign_in_at, lockout_end, two_factor_enabled,
            EXISTS (SELECT 1 FROM user_logins WHERE user_id = users.id)
        FROM users ORDER BY normalized_user_name
        """;

    private const string SessionSql = "SELECT id, user_id FROM sessions";

    public static IReadOnlyList<UserStanding> Read(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        using var reader = command.ExecuteReader();
        var users = new List<UserStanding>();
        while (reader.Read())
        {
            users.Add(new UserStanding(
                reader.GetString(0),
                reader.GetString(1),
                (Role)reader.GetInt32(2),
                reader.GetBoolean(3),
                reader.IsDBNull(4) ? "" : reader.GetString(4),
                DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(5)),
                Time(reader, 6),
                Time(reader, 7),
                reader.GetBoolean(8)) { IsOfProvider = reader.GetBoolean(9) });
        }

        return users;
    }

    public static IReadOnlyDictionary<string, string> ReadSessions(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SessionSql;
        using var reader = command.ExecuteReader();
        var sessions = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            sessions[reader.GetString(0)] = reader.GetString(1);
        }

        return sessions;
    }

    private static DateTimeOffset? Time(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));
}
