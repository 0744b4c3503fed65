using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Sqlite;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Simulator.Bench.Queries;

namespace Sensoro.Dashboard.Tests.Simulator.Bench;

public sealed class HistoryGeneratorTests
{
    private const long End = 1_764_140_123_456;

    [Fact]
    public async Task Fill_MigratedFile_HoldsReadingsWithTheirRollupsFleetAndIndex()
    {
        await using var storage = new TemporaryStorage();
        var history = Fill(storage, seed: 1);

        Assert.Equal(history.Plan.Readings, storage.InState<long>("SELECT count(*) FROM readings"));
        AssertRollups(storage, "readings_hourly", SqliteStateSql.FillReadingsHourly);
        AssertRollups(storage, "readings_daily", SqliteStateSql.FillReadingsDaily);
        Assert.Equal(200, storage.InState<int>("SELECT sum(count) FROM fleet_counts"));
        Assert.Equal(800, storage.InState<int>("SELECT count(*) FROM latest_values l JOIN readings r USING (device_id, metric_id, at) WHERE l.value = r.value"));
        Assert.Equal(history.Sn(7), storage.InState<string>($"SELECT d.sn FROM device_search s JOIN devices d ON d.id = s.rowid WHERE device_search MATCH '\"{history.Sn(7)[^6..]}\"'"));
        Assert.Equal("ok", storage.InState<string>("PRAGMA integrity_check"));
        Assert.Equal("wal", storage.InState<string>("PRAGMA journal_mode"));
        Assert.NotNull(await storage.Get<DeviceQueries>().FindAsync(history.Sn(199), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Fill_SameSeed_GivesTheSame()
    {
        await using var one = new TemporaryStorage();
        await using var other = new TemporaryStorage();
        Fill(one, seed: 5);
        Fill(other, seed: 5);

        const string All = "SELECT * FROM readings ORDER BY device_id, metric_id, at";
        Assert.Equal(SqliteReading.Rows(one.StateFile, All), SqliteReading.Rows(other.StateFile, All));
        Assert.Equal(SqliteReading.Rows(one.StateFile, "SELECT * FROM devices"), SqliteReading.Rows(other.StateFile, "SELECT * FROM devices"));
    }

    private static HistoryGenerator Fill(TemporaryStorage storage, int seed)
    {
        storage.Get<SqliteDatabase>().EnsureReady();
        SqliteReading.Release(storage.DataDirectory);
        var history = new HistoryGenerator(HistoryPlan.For(12_000, 200), seed, End);
        history.Fill(storage.StateFile, static _ => { }, TestContext.Current.CancellationToken);
        return history;
    }

    /// <summary>What the generator wrote is what the program's own statement makes of the readings.</summary>
    private static void AssertRollups(TemporaryStorage storage, string table, string fill)
    {
        var all = $"SELECT device_id, metric_id, at, min, max, round(sum, 6), count, first, last FROM {table}";
        var written = SqliteReading.Rows(storage.StateFile, all);
        SqliteReading.Execute(storage.StateFile, $"DELETE FROM {table}; {fill}");

        Assert.NotEmpty(written);
        Assert.Equal(SqliteReading.Rows(storage.StateFile, all), written);
    }
}
