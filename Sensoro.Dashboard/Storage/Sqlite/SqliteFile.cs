using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>Opens one of the two database files with the settings its role needs.</summary>
internal static class SqliteFile
{
    private const int BusyTimeoutMilliseconds = 5_000;
    private const int StateCacheKibibytes = 32_768;
    private const string Incremental = "2";
    private const string PartExtension = ".part";

    /// <summary>A write-ahead log that grew while someone read for long gives back what it took beyond this.</summary>
    private const int KeptLogBytes = 128 << 20;

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

    /// <summary>A file that becomes a copy of another. It needs no journal: until it is whole and on disk, it counts for nothing.</summary>
    public static SqliteConnection OpenCopyWriter(string file)
    {
        var connection = Open(file, SqliteOpenMode.ReadWriteCreate, "OFF", checkpointPages: 0);
        Execute(connection, "PRAGMA journal_mode = OFF");
        return connection;
    }

    /// <summary>A copy on its way back into the data directory: what is committed is on disk.</summary>
    public static SqliteConnection OpenRestoredWriter(string file) => Open(file, SqliteOpenMode.ReadWrite, "FULL", checkpointPages: 1_000);

    /// <summary>A copy that nobody writes: it is read as it lies there, without files beside it.</summary>
    public static SqliteConnection OpenCopyReader(string file)
    {
        var address = $"file:{Uri.EscapeDataString(Path.GetFullPath(file)).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1";
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = address, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    /// <summary>
    /// Makes an empty file that can shrink again: only before the first table can SQLite be told so. It can then give single free
    /// pages back between two batches, where a full vacuum would stop everything for minutes. Each page costs five bytes more. It has
    /// another name until it is what it has to be, so that a start that is cut off leaves none that only looks like one.
    /// </summary>
    public static void Create(string file)
    {
        // One without a byte was only touched.
        if (new FileInfo(file) is { Exists: true, Length: > 0 })
        {
            return;
        }

        var part = file + PartExtension;
        foreach (var left in DataFiles.Companions.Select(companion => part + companion).Append(part))
        {
            File.Delete(left);
        }

        using (var connection = Open(part, SqliteOpenMode.ReadWriteCreate, "FULL", checkpointPages: 1_000))
        {
            Execute(connection, "PRAGMA auto_vacuum = INCREMENTAL");
            Execute(connection, "PRAGMA journal_mode = WAL");
        }

        File.Move(part, file, overwrite: true);
    }

    /// <summary>Gives free pages back to the file system, at most so many and down to those to keep; returns how many it gave.</summary>
    public static int GiveBack(SqliteConnection connection, int pages, int keep)
    {
        var spare = long.Parse(Scalar(connection, "PRAGMA freelist_count"), CultureInfo.InvariantCulture) - keep;
        if (spare <= 0 || Scalar(connection, "PRAGMA auto_vacuum") != Incremental)
        {
            return 0;
        }

        // The statement answers a row for every page and must be run to its end.
        var given = (int)long.Min(pages, spare);
        using var vacuum = new SqliteStatement(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA incremental_vacuum({given})"));
        vacuum.Run();
        return given;
    }

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
            Execute(connection, $"PRAGMA journal_size_limit={KeptLogBytes}");
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
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }
}
