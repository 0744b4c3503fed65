using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>
/// Brings both files to the schema of this version and refuses to go on unless SQLite is one that can be trusted with an
/// acknowledgement: new enough, write-ahead log, full synchronisation.
/// </summary>
internal sealed class SqliteDatabase(
    IOptions<StorageOptions> options,
    DataDirectoryLock directory,
    IDbContextFactory<LogDbContext> logs,
    IDbContextFactory<SensoroDbContext> states)
{
    /// <summary>Versions before this one can corrupt a database when two connections reset the write-ahead log at once.</summary>
    private static readonly Version MinimumVersion = new(3, 51, 3);

    private readonly Lock _gate = new();
    private bool _ready;

    /// <exception cref="StorageException">The files cannot be used; the message names the file and the cause.</exception>
    public void EnsureReady()
    {
        lock (_gate)
        {
            if (_ready)
            {
                return;
            }

            var storage = options.Value;
            CreateFolder(storage.DataDirectory);
            FinishRestore(storage.DataDirectory);
            Migrate(storage.LogFile, logs.CreateDbContext);
            Migrate(storage.StateFile, states.CreateDbContext);
            PrepareLog(storage.LogFile);
            _ready = true;
        }
    }

    /// <summary>The rule of <see cref="EnsureReady"/> on its own.</summary>
    internal static void CheckVersion(string version)
    {
        if (!Version.TryParse(version, out var parsed) || parsed < MinimumVersion)
        {
            throw new StorageException($"SQLite {version} is too old: {MinimumVersion} or newer is needed (older ones can corrupt the log).");
        }
    }

    private static void CreateFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new StorageException($"Storage:DataDirectory: the folder {folder} cannot be created ({error.Message}). Name a folder that this user may write.", error);
        }
    }

    /// <summary>A restore that was cut off after it was decided: neither what was there before nor half of the new may be used.</summary>
    private void FinishRestore(string folder)
    {
        var restored = new RestoredFiles(folder);
        if (restored.ArePending)
        {
            directory.While(() => restored.Finish());
        }
    }

    private void Migrate<TContext>(string file, Func<TContext> create)
        where TContext : DbContext
    {
        if (MigrationHistory.IsCurrent<TContext>(file))
        {
            return;
        }

        try
        {
            SqliteFile.Create(file);
            directory.While(() =>
            {
                MigrationHistory.Unlock(file);
                using var context = create();
                context.Database.Migrate();
            });
        }
        catch (SqliteException error)
        {
            throw new StorageException($"The database file {file} cannot be written ({error.Message}). Check the permissions and the free space of its folder.", error);
        }
    }

    private static void PrepareLog(string file)
    {
        try
        {
            using var log = SqliteFile.OpenLogWriter(file);
            CheckSettings(log);
            CheckIdentity(log, file);
            SettleWriteAheadLog(log);
            CreateGeneration(log);
        }
        catch (SqliteException error)
        {
            throw SqliteFault.OfTheLog(error);
        }
    }

    private static void CheckSettings(SqliteConnection log)
    {
        CheckVersion(SqliteFile.Scalar(log, "SELECT sqlite_version()"));
        var journal = SqliteFile.Scalar(log, "PRAGMA journal_mode");
        var synchronous = SqliteFile.Scalar(log, "PRAGMA synchronous");
        if (journal != "wal" || synchronous != "2")
        {
            throw new StorageException($"The message log must run with a write-ahead log and full synchronisation, but SQLite answers journal_mode={journal}, synchronous={synchronous}.");
        }
    }

    /// <summary>Without this index two deliveries of one push would become two messages.</summary>
    private static void CheckIdentity(SqliteConnection log, string file)
    {
        if (SqliteFile.Scalar(log, SqliteLogSql.HasIdentityIndex) == "0")
        {
            throw new StorageException($"The database file {file} lacks the index that tells pushes apart, ix_messages_identity, so nothing may be added to it. Restore it from a backup.");
        }
    }

    /// <summary>
    /// Moves what an earlier run left in the write-ahead log into the file, and begins it anew. If that run ended because the disk
    /// failed, the system may show pages that never reached it; what is written behind such a page would be lost with it.
    /// </summary>
    private static void SettleWriteAheadLog(SqliteConnection log) => SqliteFile.Execute(log, "PRAGMA wal_checkpoint(TRUNCATE)");

    private static void CreateGeneration(SqliteConnection log)
    {
        using var command = log.CreateCommand();
        command.CommandText = "INSERT INTO log_state (id, generation, last_id) VALUES (1, $generation, 0) ON CONFLICT (id) DO NOTHING";
        command.Parameters.AddWithValue("$generation", Guid.NewGuid().ToString("n"));
        command.ExecuteNonQuery();
    }
}
