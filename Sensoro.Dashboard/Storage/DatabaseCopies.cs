using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Storage.Sqlite;

namespace Sensoro.Dashboard.Storage;

/// <summary>Copies the two database files while they are in use, and tells whether a copy is sound.</summary>
internal sealed class DatabaseCopies(IOptions<StorageOptions> options, TimeProvider time)
{
    private const string Generation = "SELECT generation FROM log_state WHERE id = 1";
    private const string LastId = "SELECT last_id FROM log_state WHERE id = 1";
    private const string Messages = "SELECT count(*) FROM messages";
    private const string StateGeneration = "SELECT generation FROM projection_cursor WHERE id = 1";
    private const string Cursor = "SELECT coalesce(max(last_message_id), 0) FROM projection_cursor WHERE id = 1";
    private const string Devices = "SELECT count(*) FROM devices";

    /// <summary>Bytes that a copy takes at most.</summary>
    public long Size => SizeOf(options.Value.LogFile) + SizeOf(options.Value.StateFile);

    /// <summary>There is a pair of files to copy.</summary>
    public bool AreThere => File.Exists(options.Value.LogFile) && File.Exists(options.Value.StateFile);

    /// <summary>
    /// Copies both files into a folder, each as it is at one moment, and returns what they held then. The state comes first: the
    /// log, copied after it, then holds at least what the state was folded from. The other way round the state would be ahead.
    /// </summary>
    /// <exception cref="StorageException">A file could not be read or its copy not be written.</exception>
    public async Task<DatabaseContent> CopyAsync(string folder, CancellationToken cancellationToken)
    {
        var state = await CopyAsync(options.Value.StateFile, Path.Combine(folder, DataFiles.State), ReadState, cancellationToken);
        var log = await CopyAsync(options.Value.LogFile, Path.Combine(folder, DataFiles.Log), ReadLog, cancellationToken);
        return Together(log, state);
    }

    /// <summary>Reads every page of both copies and returns what they hold.</summary>
    /// <exception cref="StorageException">A copy is damaged; the message says which.</exception>
    public static DatabaseContent Check(string folder, CancellationToken cancellationToken)
    {
        var state = Check(Path.Combine(folder, DataFiles.State), ReadState, cancellationToken);
        var log = Check(Path.Combine(folder, DataFiles.Log), ReadLog, cancellationToken);
        return Together(log, state);
    }

    /// <summary>Signs everybody out in a copy: a session that was ended after it was made must not come back to life with it.</summary>
    /// <exception cref="StorageException">The copy could not be written.</exception>
    public static void EndSessions(string folder)
    {
        var file = Path.Combine(folder, DataFiles.State);
        try
        {
            using var connection = SqliteFile.OpenRestoredWriter(file);
            if (SqliteFile.Scalar(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'sessions'") != "0")
            {
                SqliteFile.Execute(connection, "DELETE FROM sessions");
            }
        }
        catch (SqliteException error)
        {
            throw new StorageException($"The copy {file} could not be written ({error.Message}).", error);
        }
    }

    /// <summary>Whether this version of the program is new enough for the files.</summary>
    public static bool Knows(DatabaseContent content) =>
        string.CompareOrdinal(content.LogSchema, MigrationHistory.NewestOf<LogDbContext>()) <= 0
        && string.CompareOrdinal(content.StateSchema, MigrationHistory.NewestOf<SensoroDbContext>()) <= 0;

    private async Task<DatabaseContent> CopyAsync(string file, string copy, Func<SqliteConnection, DatabaseContent> read, CancellationToken cancellationToken)
    {
        try
        {
            using var snapshot = new SqliteSnapshot(file, cancellationToken);
            var content = snapshot.Read(read);
            await snapshot.CopyToAsync(copy, time, cancellationToken);
            return content;
        }
        catch (SqliteException error)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new StorageException($"The database file {file} could not be copied ({error.Message}).", error);
        }
    }

    private static DatabaseContent Check(string file, Func<SqliteConnection, DatabaseContent> read, CancellationToken cancellationToken)
    {
        try
        {
            using var connection = SqliteFile.OpenCopyReader(file);
            using var interrupt = SqliteSnapshot.InterruptWith(connection, cancellationToken);
            var found = SqliteFile.Scalar(connection, "PRAGMA integrity_check(1)");
            return found == "ok" ? read(connection) : throw new StorageException($"The copy {file} is damaged ({found.ReplaceLineEndings(" ")}).");
        }
        catch (SqliteException error)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new StorageException($"The copy {file} is damaged ({error.Message}).", error);
        }
    }

    private static DatabaseContent ReadLog(SqliteConnection log) => Nothing with
    {
        Generation = SqliteFile.Scalar(log, Generation),
        LastId = Number(log, LastId),
        Messages = Number(log, Messages),
        LogSchema = SqliteFile.Scalar(log, MigrationHistory.Newest),
    };

    private static DatabaseContent ReadState(SqliteConnection state) => Nothing with
    {
        StateGeneration = SqliteFile.Scalar(state, StateGeneration) is { Length: > 0 } generation ? generation : null,
        Cursor = Number(state, Cursor),
        Devices = Number(state, Devices),
        StateSchema = SqliteFile.Scalar(state, MigrationHistory.Newest),
    };

    private static DatabaseContent Together(DatabaseContent log, DatabaseContent state) =>
        state with { Generation = log.Generation, LastId = log.LastId, Messages = log.Messages, LogSchema = log.LogSchema };

    private static DatabaseContent Nothing => new()
    {
        Generation = "", LastId = 0, Messages = 0, LogSchema = "", StateGeneration = null, Cursor = 0, Devices = 0, StateSchema = "",
    };

    private static long Number(SqliteConnection connection, string sql) => long.Parse(SqliteFile.Scalar(connection, sql), CultureInfo.InvariantCulture);

    private static long SizeOf(string file) => Length(file) + Length(file + DataFiles.Companions[0]);

    private static long Length(string file) => new FileInfo(file) is { Exists: true, Length: var length } ? length : 0;
}
