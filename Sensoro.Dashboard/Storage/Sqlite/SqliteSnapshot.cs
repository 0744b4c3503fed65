using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>
/// A database file as it is at one moment. A read transaction holds that moment while the file is copied; everybody else goes on
/// reading and writing. Its price is that the write-ahead log cannot start anew meanwhile, so the copy rests only while that is small.
/// </summary>
internal sealed class SqliteSnapshot : IDisposable
{
    /// <summary>Four megabytes: a few milliseconds.</summary>
    private const int PagesInStep = 1_024;

    /// <summary>Steps after which the copy is flushed: a great backlog of writes would hold up the flush that senders wait for.</summary>
    private const int StepsInFlush = 4;

    /// <summary>From here on the copy hurries.</summary>
    private const long RestfulLogBytes = 64L << 20;

    /// <summary>From here on it gives up: whatever keeps it so slow must not fill the disk.</summary>
    private const long MostLogBytes = 2L << 30;

    private static readonly TimeSpan LongestRest = TimeSpan.FromMilliseconds(50);

    private readonly string _file;
    private readonly SqliteConnection _connection;
    private readonly CancellationTokenRegistration _interrupt;

    public SqliteSnapshot(string file, CancellationToken cancellationToken)
    {
        _file = file;
        _connection = SqliteFile.OpenReader(file);
        SqliteFile.Execute(_connection, "BEGIN");
        _interrupt = InterruptWith(_connection, cancellationToken);
    }

    /// <summary>Ends whatever runs on the connection when the token is cancelled.</summary>
    public static CancellationTokenRegistration InterruptWith(SqliteConnection connection, CancellationToken cancellationToken) =>
        cancellationToken.Register(() => raw.sqlite3_interrupt(connection.Handle));

    /// <summary>What is read first decides the moment.</summary>
    public T Read<T>(Func<SqliteConnection, T> read) => read(_connection);

    /// <summary>Copies all pages into a new file; on return they are on disk.</summary>
    /// <exception cref="SqliteException">One of the files failed.</exception>
    /// <exception cref="StorageException">So much was written meanwhile that the copy had to be given up.</exception>
    public async Task CopyToAsync(string target, TimeProvider time, CancellationToken cancellationToken)
    {
        using (var copy = SqliteFile.OpenCopyWriter(target))
        using (var handle = File.OpenHandle(target, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
        using (var backup = raw.sqlite3_backup_init(copy.Handle, "main", _connection.Handle, "main"))
        {
            if (backup.IsInvalid)
            {
                throw new SqliteException(raw.sqlite3_errmsg(copy.Handle).utf8_to_string(), raw.sqlite3_errcode(copy.Handle), raw.sqlite3_extended_errcode(copy.Handle));
            }

            for (var step = 1; ; step++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var started = Stopwatch.GetTimestamp();
                if (IsLast(copy, backup))
                {
                    break;
                }

                if (step % StepsInFlush == 0)
                {
                    RandomAccess.FlushToDisk(handle);
                }

                await RestAsync(Stopwatch.GetElapsedTime(started), time, cancellationToken);
            }
        }

        // SQLite writes the last pages when it ends the copy.
        using var whole = File.OpenHandle(target, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(whole);
    }

    public void Dispose()
    {
        _interrupt.Dispose();
        _connection.Dispose();
    }

    private static bool IsLast(SqliteConnection copy, sqlite3_backup backup) => raw.sqlite3_backup_step(backup, PagesInStep) switch
    {
        raw.SQLITE_DONE => true,
        raw.SQLITE_OK => false,
        var code => throw new SqliteException(raw.sqlite3_errstr(code).utf8_to_string(), code, raw.sqlite3_extended_errcode(copy.Handle)),
    };

    /// <summary>As long as the step took: half of a processor and of the disk is left to the others.</summary>
    private async ValueTask RestAsync(TimeSpan took, TimeProvider time, CancellationToken cancellationToken)
    {
        var log = new FileInfo(_file + DataFiles.Companions[0]) is { Exists: true, Length: var length } ? length : 0;
        if (log > MostLogBytes)
        {
            throw new StorageException($"So much was written to {_file} while it was copied that the copy was given up. Back up when less comes in.");
        }

        if (log < RestfulLogBytes)
        {
            await Task.Delay(took < LongestRest ? took : LongestRest, time, cancellationToken);
        }
    }
}
