using System.Globalization;
using Microsoft.Data.Sqlite;
using Sensoro.Simulator.Torture.Sending;

namespace Sensoro.Simulator.Torture.Audit;

/// <summary>The dashboard's files as plain SQL shows them, beside the running program or after its death.</summary>
internal static class LogFile
{
    private const string Rows = "SELECT id, sn, task_id, coalesce(msg_id, ''), content_hash, deliveries, conflict FROM messages ORDER BY id";

    public static IReadOnlyList<StoredMessage> Read(string path)
    {
        using var connection = Open(path);
        using var command = connection.CreateCommand();
        command.CommandText = Rows;
        using var reader = command.ExecuteReader();
        var rows = new List<StoredMessage>();
        while (reader.Read())
        {
            var source = reader.IsDBNull(1) ? PushIdentity.OfTask(reader.IsDBNull(2) ? null : reader.GetString(2)) : reader.GetString(1);
            rows.Add(new StoredMessage(reader.GetInt64(0), new PushIdentity(source, reader.GetString(3), reader.GetInt64(4)), reader.GetInt64(5), reader.GetInt64(6) != 0));
        }

        return rows;
    }

    /// <summary>What <c>PRAGMA integrity_check</c> finds: "ok", or the first fault.</summary>
    public static string Integrity(string path) => Text(path, "PRAGMA integrity_check(1)");

    public static long Number(string path, string sql) => long.Parse(Text(path, sql), CultureInfo.InvariantCulture);

    private static string Text(string path, string sql)
    {
        using var connection = Open(path);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }
}
