using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Sqlite;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Projection;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Tests.Storage;

/// <summary>What is older than it is kept goes, and nothing else.</summary>
public sealed class RetentionWorkerTests
{
    private static readonly DateTimeOffset Now = Messages.Noon.AddDays(1_000);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sweep_OfMessages_DeletesTheOldAndTheirLinksAndKeepsTheRest()
    {
        await using var storage = NewStorage();
        storage.Fold([.. Received(30, Now.AddDays(-31)), .. Received(20, Now.AddDays(-29), first: 100)]);

        await storage.Get<RetentionWorker>().SweepAsync(Cancelled);

        Assert.Equal(Enumerable.Range(31, 20).Select(id => (long)id), SqliteReading.Column<long>(storage.LogFile, "SELECT id FROM messages ORDER BY id"));
        Assert.Equal(31, storage.InState<long>("SELECT min(message_id) FROM device_messages"));
        Assert.Equal(20, storage.InState<long>("SELECT count(*) FROM device_messages"));
    }

    [Fact]
    public async Task Sweep_OfMessagesThatAreNotFolded_LeavesThem()
    {
        await using var storage = NewStorage();
        storage.Log.Append([.. Received(50, Now.AddDays(-31))]);
        storage.FoldNext(20);

        await storage.Get<RetentionWorker>().SweepAsync(Cancelled);
        Assert.Equal((21, 30), (storage.Log.FirstId, storage.InLog<long>("SELECT count(*) FROM messages")));

        storage.FoldNext(int.MaxValue);
        await storage.Get<RetentionWorker>().SweepAsync(Cancelled);
        Assert.True(storage.Log.IsEmpty);
    }

    [Fact]
    public async Task Sweep_OfAStateFoldedFromAnotherLog_LeavesTheMessages()
    {
        await using var storage = NewStorage();
        storage.Fold([.. Received(50, Now.AddDays(-31))]);
        SqliteReading.Execute(storage.StateFile, "UPDATE projection_cursor SET generation = 'another'");

        await storage.Get<RetentionWorker>().SweepAsync(Cancelled);

        Assert.Equal(50, storage.InLog<long>("SELECT count(*) FROM messages"));
    }

    [Fact]
    public async Task Append_AfterEverythingWasDeleted_GoesOnWithTheIds()
    {
        await using var storage = NewStorage();
        storage.Fold([.. Received(50, Now.AddDays(-31))]);
        await storage.Get<RetentionWorker>().SweepAsync(Cancelled);

        await using var reopened = new TemporaryStorage(dataDirectory: storage.DataDirectory);

        Assert.Equal([new AppendOutcome(AppendKind.Stored, 51)], storage.Log.Append([Messages.Sensor("NEW", "1")]));
        Assert.Equal(51, storage.Log.FirstId);
    }

    [Fact]
    public async Task DeleteOldest_OfMany_DeletesNoMoreThanASlice()
    {
        await using var storage = NewStorage();
        storage.Log.Append([.. Received(100, Now.AddDays(-31))]);

        Assert.Equal(30, storage.Log.DeleteOldest(Now, upToId: 100, limit: 30));
        Assert.Equal(31, storage.Log.FirstId);
        Assert.Equal(9, storage.Log.DeleteOldest(Now, upToId: 39, limit: 30));
        Assert.Equal(0, storage.Log.DeleteOldest(Now.AddDays(-40), upToId: 100, limit: 30));
    }

    [Fact]
    public async Task Sweep_OfManyMessages_LetsPushesBeAcknowledgedAndTheFileShrink()
    {
        await using var storage = NewStorage();
        for (var first = 0; first < 20_000; first += 2_000)
        {
            storage.Fold([.. Received(2_000, Now.AddDays(-31), first)]);
        }

        var pages = storage.InLog<long>("PRAGMA page_count");
        var sweep = Task.Run(() => storage.Get<RetentionWorker>().SweepAsync(Cancelled), Cancelled);
        var appended = 0;
        do
        {
            appended += storage.Log.Append([Messages.Sensor("NEW", $"{appended}", receivedAt: Now)]).Count;
        }
        while (!sweep.IsCompleted && appended < 5_000);

        await sweep;
        Assert.True(appended > 1);
        Assert.Equal(appended, storage.InLog<long>("SELECT count(*) FROM messages"));
        Assert.InRange(storage.InLog<long>("PRAGMA page_count"), 1, pages - 1);
        Assert.Equal("ok", storage.InLog<string>("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task Sweep_OfReadings_MarksTheDayAndKeepsWhatIsNewerAndTheRollups()
    {
        await using var storage = NewStorage();
        storage.Fold([.. Reported(-402, -401, -400, -399, -1)]);
        SqliteReading.Execute(storage.StateFile, "INSERT OR IGNORE INTO readings_daily (device_id, metric_id, at, min, max, sum, count, first, last) VALUES (1, 1, 0, 1, 1, 1, 1, 1, 1)");
        SqliteReading.Execute(storage.StateFile, "INSERT INTO push_minutes (minute, count) VALUES (1, 1)");
        var rollups = storage.InState<long>("SELECT count(*) FROM readings_daily");
        var day = new DateTimeOffset(Now.AddDays(-400).UtcDateTime.Date, TimeSpan.Zero);

        await storage.Get<RetentionWorker>().SweepAsync(Cancelled);

        Assert.Equal(day.ToUnixTimeMilliseconds(), storage.InState<long>("SELECT readings_from FROM retention WHERE id = 1"));
        Assert.Equal(3, storage.InState<long>("SELECT count(*) FROM readings"));
        Assert.True(storage.InState<long>("SELECT min(at) FROM readings") >= day.ToUnixTimeMilliseconds());
        Assert.Equal(rollups, storage.InState<long>("SELECT count(*) FROM readings_daily"));
        Assert.Equal(0, storage.InState<long>("SELECT count(*) FROM push_minutes WHERE minute = 1"));
    }

    [Fact]
    public async Task MarkReadings_WithAnEarlierDay_StaysWhereItIs()
    {
        await using var storage = NewStorage();
        var retention = storage.Get<SqliteStateRetention>();

        retention.MarkReadings(Now);
        retention.MarkReadings(Now.AddDays(-1));

        Assert.Equal(Now.ToUnixTimeMilliseconds(), storage.InState<long>("SELECT readings_from FROM retention WHERE id = 1"));
    }

    [Fact]
    public async Task DeleteReadings_OfAnySeries_GoesInSlicesToTheEnd()
    {
        await using var storage = NewStorage();
        storage.Get<SqliteDatabase>().EnsureReady();
        SqliteReading.Execute(storage.StateFile, "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000) INSERT INTO readings (device_id, metric_id, at, value) SELECT i % 3, i % 2, i, i FROM n");
        var (retention, walk, sizes) = (storage.Get<SqliteStateRetention>(), new StateWalk(StateWalk.Start), new List<long>());
        long Left() => storage.InState<long>("SELECT count(*) FROM readings");

        for (var (left, more) = (Left(), true); more; left = Left())
        {
            more = retention.DeleteReadings(walk, DateTimeOffset.FromUnixTimeMilliseconds(8_000));
            sizes.Add(left - Left());
        }

        Assert.All(sizes, size => Assert.InRange(size, 0, SqliteStateRetention.Slice));
        Assert.Equal(7_999, sizes.Sum());
        Assert.Equal(7_999, walk.Deleted);
        Assert.Equal(8_000, storage.InState<long>("SELECT min(at) FROM readings"));
    }

    private static TemporaryStorage NewStorage() => Folding.NewStorage(new StoppedClock(Now));

    private static IEnumerable<NewMessage> Received(int count, DateTimeOffset at, int first = 0) =>
        Enumerable.Range(first, count).Select(i => Messages.Sensor($"SN{i % 7}", $"{i}", createdAt: at, receivedAt: at));

    private static IEnumerable<NewMessage> Reported(params IEnumerable<int> days) =>
        days.Select(day => Messages.Sensor("A", $"{day}", createdAt: Now.AddDays(day), receivedAt: Now));
}
