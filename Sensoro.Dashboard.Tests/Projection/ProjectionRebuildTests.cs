using System.Globalization;
using FsCheck.Xunit;
using Sensoro.Dashboard.Projection;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Projection;

/// <summary>A rebuild comes to the same state, may be stopped anywhere, and takes nothing that the log cannot bring again.</summary>
public sealed class ProjectionRebuildTests
{
    private static readonly DateTimeOffset Noon = Messages.Noon;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Property(MaxTest = 20, Arbitrary = [typeof(RandomPushGenerator)])]
    public async Task Rebuild_OfAnyPushes_EqualsTheOriginalState(RandomPushes pushes)
    {
        await using var storage = Folding.NewStorage();
        storage.Log.Append([.. pushes.Messages(), Messages.Task("7", "t")]);
        storage.FoldAll(pushes.Folds);
        var original = storage.Content();

        await RebuildAsync(storage);

        Assert.Equal(original, storage.Content(), StringComparer.Ordinal);
    }

    [Property(MaxTest = 20, Arbitrary = [typeof(RandomPushGenerator)])]
    public async Task Rebuild_AfterAnyOthersWereTaken_EqualsTheOriginalState(RandomPushes pushes)
    {
        await using var storage = Folding.NewStorage();
        storage.Log.Append(pushes.Messages());
        storage.FoldAll(pushes.Folds);
        var original = storage.Content();
        SqliteReading.Execute(storage.LogFile, $"DELETE FROM messages WHERE id <= {pushes.Pushes.Count / 2}");

        await RebuildAsync(storage);

        Assert.Equal(WithoutSince(original), WithoutSince(storage.Content()), StringComparer.Ordinal);
    }

    [Property(MaxTest = 15, Arbitrary = [typeof(RandomPushGenerator)])]
    public async Task Rebuild_KilledAndRunAgain_EqualsTheOriginalState(RandomPushes pushes)
    {
        using var folder = new TemporaryFolder();
        IReadOnlyList<string> original;
        await using (var storage = Folding.NewStorage(dataDirectory: folder.Path))
        {
            storage.Log.Append(pushes.Messages());
            storage.FoldAll(pushes.Folds);
            original = storage.Content();
            storage.Get<LogFold>().BeginRebuild(new LogExtent(1, Noon, IsWhole: true));
            storage.FoldNext(pushes.Folds[0]);
        }

        await using var again = Folding.NewStorage(dataDirectory: folder.Path);
        await RebuildAsync(again);

        Assert.Equal(original, again.Content(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Rebuild_Stopped_GoesOnWithTheNextStartAndWithNewMessages()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Messages.Sensor("A", "1"), Messages.Sensor("A", "2", createdAt: Noon.AddMinutes(1)), Messages.Sensor("B", "3"));
        storage.Get<LogFold>().BeginRebuild(new LogExtent(1, Noon, IsWhole: true));
        storage.FoldNext(1);
        storage.Log.Append([Messages.Sensor("A", "4", createdAt: Noon.AddMinutes(2))]);

        var repeated = storage.FoldNext(100);
        var added = storage.FoldNext(100);

        Assert.Equal((3, 0, 0), (repeated.Cursor, repeated.Messages.Count, repeated.Devices.Count));
        Assert.Equal((4, 1, 1), (added.Cursor, added.Messages.Count, added.Devices.Count));
        Assert.Equal(4, storage.InState<long>("SELECT sum(count) FROM push_minutes"));
        Assert.Equal(4, storage.InState<long>("SELECT sum(count) FROM readings_hourly"));
        Assert.Equal(1, storage.InState<long>("SELECT rebuild_to IS NULL FROM projection_cursor"));
    }

    [Fact]
    public async Task Rebuild_AfterMessagesWereRemoved_KeepsWhatTheyBrought()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(
            Messages.Sensor("OLD", "1", """{"temperature":1,"leak":true}""", Noon.AddDays(-2)),
            Messages.Sensor("A", "2", """{"temperature":2,"humidity":40}""", Noon.AddDays(-2)),
            Messages.Task("7", "3"),
            Messages.Sensor("A", "4", """{"temperature":3}""", Noon));
        var original = storage.Content();
        SqliteReading.Execute(storage.LogFile, "DELETE FROM messages WHERE id < 4");

        await RebuildAsync(storage);

        Assert.Equal(original, storage.Content(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Rebuild_OfAState_LeavesWhatStaffEntered()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Messages.Sensor("A", "1", """{"lonlat":[116.25,39.5]}"""), Messages.Task("7", "2"));
        await storage.Get<TaskLinks>().LinkAsync("app", "7", "A", Cancelled);
        await storage.Get<SavedViews>().AddAsync("Boilers", "tag=x", Cancelled);
        SqliteReading.Execute(storage.StateFile, "UPDATE devices SET name = 'Boiler', tags = 'x', longitude = 1, latitude = 2, position_source = 1 WHERE sn = 'A'");

        await RebuildAsync(storage);

        Assert.Equal(["Boiler|x|1|2|1"], SqliteReading.Rows(storage.StateFile, "SELECT name, tags, longitude, latitude, position_source FROM devices"), StringComparer.Ordinal);
        Assert.Equal(1, storage.InState<long>("SELECT count(*) FROM task_links WHERE sn = 'A'"));
        Assert.Equal("Boilers", storage.InState<string>("SELECT name FROM saved_views"));
    }

    [Fact]
    public async Task Rebuild_OfAWholeLog_DropsWhatNoMessageBringsAnyMore()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Messages.Sensor("A", "1"));
        SqliteReading.Execute(storage.StateFile, "UPDATE readings SET at = at + 1");
        SqliteReading.Execute(storage.StateFile, "UPDATE readings_hourly SET count = 99");

        await RebuildAsync(storage);

        Assert.Equal([Noon.ToUnixTimeMilliseconds()], SqliteReading.Column<long>(storage.StateFile, "SELECT at FROM readings"));
        Assert.Equal(1, storage.InState<long>("SELECT sum(count) FROM readings_hourly"));
    }

    [Fact]
    public async Task Rebuild_BeforeWhatRetentionKeeps_AddsNothingTwice()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Messages.Sensor("A", "1"), Messages.Sensor("A", "2"), Messages.Sensor("A", "3", createdAt: Noon.AddDays(2)));
        var mark = Noon.AddDays(1).ToUnixTimeMilliseconds();
        SqliteReading.Execute(storage.StateFile, $"INSERT INTO retention (id, readings_from) VALUES (1, {mark})");
        SqliteReading.Execute(storage.StateFile, $"DELETE FROM readings WHERE at < {mark}");
        var original = storage.Content();
        SqliteReading.Execute(storage.LogFile, "DELETE FROM messages WHERE id = 1");

        await RebuildAsync(storage);

        Assert.Equal(original, storage.Content(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Rebuild_OfAnEmptyLog_LeavesTheState()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Messages.Sensor("A", "1"));
        var original = storage.Content();
        storage.Log.Clear();

        var output = await RebuildAsync(storage);

        Assert.Equal("The log holds no message: there is nothing to fold anew.", output.Trim());
        Assert.Equal(original, storage.Content(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Program_AskedForARebuild_DoesItAndEnds()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Messages.Sensor("A", "1"), Messages.Sensor("A", "2", createdAt: Noon.AddMinutes(1)));
        var original = storage.Content();
        SqliteReading.Execute(storage.StateFile, "UPDATE latest_values SET value = 99");

        var end = await DashboardProcess.RunToEndAsync(new DashboardSettings(), storage.DataDirectory, "--rebuild-projections");

        Assert.Equal((0, 0), (end.ExitCode, end.Errors.Count));
        Assert.Contains("2 of 2 messages (100.0 %)", end.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Now listening", end.Output, StringComparison.Ordinal);
        Assert.Equal(original, storage.Content(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Rebuild_OfALog_TellsHowFarItIs()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Messages.Sensor("A", "1"), Messages.Sensor("A", "2", createdAt: Noon.AddMinutes(1)));

        var lines = (await RebuildAsync(storage)).Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("Folding 2 messages anew.", lines[0]);
        Assert.StartsWith("2 of 2 messages (100.0 %), ", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fold_BesideAnotherProgram_IsRefusedAndGoesOnFromWhereThatIs()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Messages.Sensor("A", "1"));
        await using (var other = Folding.NewStorage(dataDirectory: storage.DataDirectory))
        {
            storage.Log.Append([Messages.Sensor("A", "2", createdAt: Noon.AddMinutes(1))]);
            other.FoldNext(10);
            var error = Assert.Throws<StorageException>(() => storage.FoldNext(10));
            Assert.Contains("Another program", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(2, storage.Get<LogFold>().Cursor);
        Assert.Equal(2, storage.InState<long>("SELECT sum(count) FROM push_minutes"));
    }

    private static async Task<string> RebuildAsync(TemporaryStorage storage)
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        await storage.Get<ProjectionRebuild>().RunAsync(output, Cancelled);
        return output.ToString();
    }

    /// <summary>Since when a value is what it is cannot be told from before the first message that is left.</summary>
    private static IEnumerable<string> WithoutSince(IReadOnlyList<string> content) =>
        content.Select(static row => row.Split('|') is { Length: 12 } latest ? string.Join('|', latest.Where(static (_, i) => i != 3)) : row);
}
