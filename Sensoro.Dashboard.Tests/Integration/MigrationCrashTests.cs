using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Sensoro.Dashboard.Projection;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Projection;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>kill -9 while a start makes or changes the files leaves them old or new, never in between, and the next start goes on.</summary>
public sealed class MigrationCrashTests(ITestOutputHelper output)
{
    private const int Kills = 20;
    private const int Messages = 20_000;
    private const int Devices = 50;
    /// <summary>Of a start, from the moment it opens the log: enough for all migrations, while most of it is spent before and after them.</summary>
    private const double Share = 0.5;

    private const string First = "Initial";
    private const string Schema = """SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY 1""";

    private const string OldLog = """
        INSERT INTO log_state (id, generation, last_id) VALUES (1, 'old', 20000);
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
        INSERT INTO messages (id, app_id, kind, sn, device_type, msg_id, created_at, received_at, encrypted, deliveries, conflict, size, content_hash, body)
        SELECT i, 'app', 'sensor', 'SN' || (i % 50), 'node', i, 1790000000000 + i * 1000, 1790000000500 + i * 1000, 0, 1, 0, 2, i,
               CAST('{"sn":"SN' || (i % 50) || '","type":"text","data":{"temperature":' || (i % 30) || '}}' AS BLOB) FROM n;
        """;

    private const string OldState = """
        INSERT INTO projection_cursor (id, last_message_id, generation) VALUES (1, 20000, 'old');
        INSERT INTO metrics (id, key) VALUES (1, 'temperature');
        WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 49)
        INSERT INTO devices (sn, id, app_id, device_type, first_seen_at, last_seen_at, last_heard_at, late_at, lost_at, severity, last_message_id)
        SELECT 'SN' || i, i + 1, 'app', 'node', 1790000000000, 1790020000000, 1790020000000, 1790030000000, 1790040000000, 0, 20000 FROM n;
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
        INSERT INTO readings (device_id, metric_id, at, value) SELECT i % 50 + 1, 1, 1790000000000 + i * 1000, i % 30 FROM n;
        """;

    private readonly DashboardSettings _settings = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(DisplayName = "An update killed at any moment leaves the old or the new schema, and the next start goes on from it")]
    public async Task Update_KilledAtAnyMoment_LeavesTheOldOrTheNewSchema()
    {
        using var old = new TemporaryFolder();
        await MakeOldAsync(old);
        var whole = await MeasureStartAsync(old);
        var random = Seeded();
        var between = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var folder = CopyOf(old);
            await DashboardProcess.RunAndKillAsync(_settings, folder.Path, "log.db-wal", whole * (Share * random.NextDouble()));

            var (log, state) = (SchemaOf<LogDbContext>(folder.File("log.db")), SchemaOf<SensoroDbContext>(folder.File("sensoro.db")));
            between += (log.Count, state.Count) != (1, 1) && !(log.IsNewest && state.IsNewest) ? 1 : 0;
            AssertWhole(folder, log.Count, state.Count);
            await AssertStartsAsync(folder);
        }

        output.WriteLine($"A whole start took {whole.TotalSeconds:0.0} s; {between} of {Kills} kills came between the first and the last migration");
        await using var program = await DashboardProcess.StartAsync(_settings, old.Path);
        await program.WaitForFoldedAsync();
    }

    [Fact]
    public async Task FirstStart_KilledAtAnyMoment_IsDoneByTheNext()
    {
        using var first = new TemporaryFolder();
        var whole = await MeasureStartAsync(first);
        var random = Seeded();
        for (var kill = 0; kill < Kills; kill++)
        {
            using var folder = new TemporaryFolder();
            await DashboardProcess.RunAndKillAsync(_settings, folder.Path, whole * random.NextDouble());
            await using var storage = Folding.NewStorage(dataDirectory: folder.Path);

            Assert.Equal(1, storage.Fold(Tests.Storage.Messages.Sensor("A", "1")).Cursor);
            Assert.Equal((2L, 2L), (storage.InLog<long>("PRAGMA auto_vacuum"), storage.InState<long>("PRAGMA auto_vacuum")));
        }
    }

    private Random Seeded()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        return new Random(seed);
    }

    private static async Task MakeOldAsync(TemporaryFolder folder)
    {
        await using var storage = new TemporaryStorage(dataDirectory: folder.Path);
        await MigrateToAsync<LogDbContext>(storage);
        await MigrateToAsync<SensoroDbContext>(storage);
        SqliteReading.Execute(storage.LogFile, OldLog);
        SqliteReading.Execute(storage.StateFile, OldState);
    }

    private static async Task MigrateToAsync<TContext>(TemporaryStorage storage)
        where TContext : DbContext
    {
        await using var context = await storage.Get<IDbContextFactory<TContext>>().CreateDbContextAsync(Cancelled);
        await context.GetService<IMigrator>().MigrateAsync(First, Cancelled);
    }

    /// <summary>How long a start takes that changes the files. It is killed as soon as it listens.</summary>
    private async Task<TimeSpan> MeasureStartAsync(TemporaryFolder original)
    {
        using var folder = CopyOf(original);
        var started = TimeProvider.System.GetTimestamp();
        await using var program = await DashboardProcess.StartAsync(_settings, folder.Path);
        return TimeProvider.System.GetElapsedTime(started);
    }

    private static TemporaryFolder CopyOf(TemporaryFolder original)
    {
        var copy = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(original.Path, "*.db*"))
        {
            File.Copy(file, copy.File(Path.GetFileName(file)));
        }

        return copy;
    }

    /// <summary>How many migrations a file has. They are the first ones of all, in order.</summary>
    private static (int Count, bool IsNewest) SchemaOf<TContext>(string file)
        where TContext : DbContext
    {
        var options = new DbContextOptionsBuilder<TContext>().UseSqlite($"Data Source={file};Pooling=False").Options;
        using var context = (TContext)(Activator.CreateInstance(typeof(TContext), options) ?? throw new InvalidOperationException());
        var all = context.Database.GetMigrations().ToArray();
        var there = SqliteReading.Column<string>(file, Schema);
        Assert.Equal(all[..there.Count], there, StringComparer.Ordinal);
        return (there.Count, there.Count == all.Length);
    }

    private static void AssertWhole(TemporaryFolder folder, int logSchema, int stateSchema)
    {
        var (log, state) = (folder.File("log.db"), folder.File("sensoro.db"));
        Assert.Equal(("ok", "ok"), (SqliteReading.Scalar<string>(log, "PRAGMA integrity_check"), SqliteReading.Scalar<string>(state, "PRAGMA integrity_check")));
        Assert.Equal(Messages, SqliteReading.Scalar<long>(log, "SELECT count(*) FROM messages"));
        Assert.Equal(Messages, SqliteReading.Scalar<long>(state, "SELECT count(*) FROM readings"));
        Assert.Equal(logSchema > 1 ? 1 : 0, SqliteReading.Scalar<long>(log, "SELECT count(*) FROM sqlite_master WHERE name = 'stored_messages'"));
        Assert.Equal(stateSchema > 1 ? 1 : 0, SqliteReading.Scalar<long>(state, "SELECT count(*) FROM sqlite_master WHERE name = 'readings_hourly'"));
    }

    private static async Task AssertStartsAsync(TemporaryFolder folder)
    {
        await using var storage = Folding.NewStorage(dataDirectory: folder.Path);
        Assert.Equal(Messages, storage.Log.LastId);
        storage.Get<LogFold>().CheckPairing();
        Assert.Equal(Messages, storage.InState<long>("SELECT sum(count) FROM readings_hourly"));
        Assert.Equal(Devices, storage.InState<long>("SELECT sum(count) FROM fleet_counts"));
        Assert.Equal(Messages + 1, storage.Fold(Tests.Storage.Messages.Sensor("NEW", "1")).Cursor);
    }
}
