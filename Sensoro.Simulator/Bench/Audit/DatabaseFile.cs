using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Sensoro.Simulator.Bench.Audit;

/// <summary>One of the dashboard's files, read from outside while nobody writes it.</summary>
internal sealed class DatabaseFile : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly string _path;

    public DatabaseFile(string path)
    {
        _path = path;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        _connection.Open();
    }

    public IEnumerable<string?> MsgIds()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT msg_id FROM messages ORDER BY id";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return reader.IsDBNull(0) ? null : reader.GetString(0);
        }
    }

    public long Count(string table) => Number($"SELECT count(*) FROM \"{table}\"");

    /// <summary>Bytes of all pages in use.</summary>
    public long Bytes() => (Number("PRAGMA page_count") - Number("PRAGMA freelist_count")) * Number("PRAGMA page_size");

    /// <summary>Bytes of the pages of one table or index, everything below its root counted.</summary>
    public long BytesOf(string name) => TablePages.Count(_path, Number($"SELECT rootpage FROM sqlite_master WHERE name = '{name}'")) * Number("PRAGMA page_size");

    public void Dispose() => _connection.Dispose();

    private long Number(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
