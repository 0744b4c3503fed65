using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>Tells apart what can go wrong with the log, because the answers differ: wait, restart, or restore a backup.</summary>
internal static class SqliteFault
{
    /// <summary>Errors of SQLite's kind "I/O" that do not mean that written data may be lost: memory, locks, and no room for the index of the write-ahead log.</summary>
    private static readonly int[] Harmless =
    [
        raw.SQLITE_IOERR_NOMEM, raw.SQLITE_IOERR_SHMSIZE, raw.SQLITE_IOERR_SHMOPEN, raw.SQLITE_IOERR_SHMMAP, raw.SQLITE_IOERR_SHMLOCK,
        raw.SQLITE_IOERR_LOCK, raw.SQLITE_IOERR_RDLOCK, raw.SQLITE_IOERR_UNLOCK, raw.SQLITE_IOERR_CHECKRESERVEDLOCK,
    ];

    public static StorageException OfTheLog(SqliteException error) => error switch
    {
        _ when IsDiskFailure(error) => new($"The disk failed while the message log was written ({error.Message}).", error) { IsDiskFailure = true },
        _ when KindOf(error) is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB =>
            new($"The message log (log.db) is damaged ({error.Message}). Stop the program, keep its files, and restore a backup.", error) { IsDamage = true },
        _ => new($"The message log could not be written ({error.Message}).", error),
    };

    /// <summary>SQLite itself reports a disk without room as full, not as failing.</summary>
    private static bool IsDiskFailure(SqliteException error) =>
        KindOf(error) == raw.SQLITE_IOERR && !Harmless.Contains(error.SqliteExtendedErrorCode);

    /// <summary>The error without what SQLite adds to it in the upper bits.</summary>
    public static int KindOf(SqliteException error) => error.SqliteErrorCode & 0xFF;
}
