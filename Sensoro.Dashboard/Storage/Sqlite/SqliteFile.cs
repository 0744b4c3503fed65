using Microsoft.Data.Sqlite;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>Opens one of the two database files with the settings its role needs.</summary>
internal static class SqliteFile
{
    private const int BusyTimeoutMilliseconds = 5_000;
    private const int StateCacheKibibytes = 32_768;

    /// <summary>The log's only writer: what it commits is on disk before the sender hears of it.</summary>
    public static SqliteConnection OpenLogWriter(string file) => Open(file, SqliteOpenMode.ReadWrite, "FULL", checkpointPages: 1_000);

    /// <summary>
    /// The projection's only writer. NORMAL is enough: what a power cut takes from it is folded again from the log. Large folds
    /// want a longer write-ahead log, and a cache that holds the pages of one fold: with SQLite's usual two megabytes most of them
    /// would be written out in the middle of it and read again by the next.
    /// </summary>
    public static SqliteConnection OpenStateWriter(string file)
    {
        var connection = Open(file, SqliteOpenMode.ReadWrite, "NORMAL", checkpointPages: 16_384);
        Execute(connection, $"PRAGMA cache_size=-{StateCacheKibibytes}");
        return connection;
    }

    public static SqliteConnection OpenReader(string file) => Open(file, SqliteOpenMode.ReadOnly, "NORMAL", checkpointPages: 1_000);

    /// <summary>Connection text for EF Core: reads, and what people enter.</summary>
    public static string ConnectionString(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = SqliteOpenMode.ReadWriteCreate,
        Pooling = true,
        DefaultTimeout = BusyTimeoutMilliseconds / 1_000,
    }.ConnectionString;

    private static SqliteConnection Open(string file, SqliteOpenMode mode, string synchronous, int checkpointPages)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString);
        try
        {
            connection.Open();
            Execute(connection, $"PRAGMA busy_timeout={BusyTimeoutMilliseconds}");
            Execute(connection, $"PRAGMA synchronous={synchronous}");
            Execute(connection, $"PRAGMA wal_autocheckpoint={checkpointPages}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static string Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }
}
