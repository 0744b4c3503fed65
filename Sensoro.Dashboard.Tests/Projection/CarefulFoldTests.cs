using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Projection;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Bodies;
using Sensoro.Dashboard.Storage.Sqlite;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Projection;

/// <summary>One message that cannot be folded costs the others nothing; a disk that cannot be written blames no message.</summary>
public sealed class CarefulFoldTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(100)]
    public async Task Fold_WithOneMessageThatFails_SetsItAsideAndFoldsTheRest(int poison)
    {
        await using var storage = Folding.NewStorage();
        Poison(storage, poison);
        storage.Log.Append([.. Many()]);

        var failures = FoldAll(storage);

        var row = Assert.Single(await ListAsync(storage));
        Assert.Equal((poison, "SN1", CarefulFold.Tries), (row.Id, row.Sn, row.Tries));
        Assert.Contains("broken", row.Error, StringComparison.Ordinal);
        Assert.Contains("   at ", row.Stack, StringComparison.Ordinal);
        Assert.Equal(99, storage.InState<long>("SELECT count(*) FROM device_messages"));
        Assert.Equal(100, storage.InState<long>("SELECT sum(count) FROM push_minutes"));
        Assert.InRange(failures, CarefulFold.Tries - 1, 12);
    }

    [Fact]
    public async Task Fold_WithSeveralMessagesThatFail_SetsAllOfThemAside()
    {
        await using var storage = Folding.NewStorage();
        Poison(storage, 3, 4, 70);
        storage.Log.Append([.. Many()]);

        FoldAll(storage);

        Assert.Equal([3L, 4L, 70L], (await ListAsync(storage)).Select(message => message.Id));
        Assert.Equal(97, storage.InState<long>("SELECT count(*) FROM device_messages"));
    }

    [Fact]
    public async Task Fold_WithABodyThatTheDiskHasChanged_SetsItAsideAndFoldsTheRest()
    {
        await using var storage = Folding.NewStorage();
        storage.Log.Append([.. Many()]);
        SqliteReading.Execute(storage.LogFile, $"UPDATE stored_messages SET codec = {BodyCodec.Plain}, body = x'FFFFFFFFFFFF' WHERE id = 40");

        FoldAll(storage);

        var row = Assert.Single(await ListAsync(storage));
        Assert.Equal(40, row.Id);
        Assert.Contains("cannot be decompressed", row.Error, StringComparison.Ordinal);
        Assert.Equal(99, storage.InState<long>("SELECT count(*) FROM device_messages"));
    }

    [Fact]
    public async Task Fold_ThatFailsTwiceByChance_SetsNothingAside()
    {
        await using var storage = Folding.NewStorage();
        Poison(storage, 1);
        storage.Log.Append([Messages.Sensor("SN1", "1")]);
        var careful = storage.Get<CarefulFold>();

        Assert.Null(careful.Apply(storage.Log.ReadAfter(0, 1)));
        Assert.Null(careful.Apply(storage.Log.ReadAfter(0, 1)));
        Cure(storage);

        Assert.Equal(1, careful.Apply(storage.Log.ReadAfter(0, 1))?.Cursor);
        Assert.Empty(await ListAsync(storage));
    }

    [Fact]
    public async Task Fold_OnADiskThatIsFull_BlamesNoMessage()
    {
        await using var storage = Folding.NewStorage(more: services =>
            services.AddSingleton<StateWriter>(provider => new FaultyStateWriter(ActivatorUtilities.CreateInstance<SqliteStateWriter>(provider)) { Faults = 10 }));
        storage.Log.Append([Messages.Sensor("SN1", "1")]);
        var careful = storage.Get<CarefulFold>();

        for (var i = 0; i < 10; i++)
        {
            Assert.Throws<StorageException>(() => careful.Apply(storage.Log.ReadAfter(0, careful.Limit)));
        }

        Assert.Equal(1, careful.Apply(storage.Log.ReadAfter(0, careful.Limit))?.Cursor);
        Assert.Empty(await ListAsync(storage));
    }

    [Fact]
    public async Task Fold_WhenSettingAsideFailsToo_KeepsTheMessageForTheNextTry()
    {
        await using var storage = Folding.NewStorage(more: services =>
            services.AddSingleton<StateWriter>(provider => new FaultyStateWriter(ActivatorUtilities.CreateInstance<SqliteStateWriter>(provider)) { Faults = 1 }));
        Poison(storage, 1);
        storage.Log.Append([Messages.Sensor("SN1", "1")]);
        var careful = storage.Get<CarefulFold>();

        Assert.Null(careful.Apply(storage.Log.ReadAfter(0, 1)));
        Assert.Null(careful.Apply(storage.Log.ReadAfter(0, 1)));
        Assert.Throws<StorageException>(() => careful.Apply(storage.Log.ReadAfter(0, 1)));
        Assert.Equal(0, storage.Get<LogFold>().Cursor);

        Assert.Equal(1, careful.Apply(storage.Log.ReadAfter(0, 1))?.Cursor);
        Assert.Single(await ListAsync(storage));
    }

    [Fact]
    public async Task Retry_OfAMessageThatFoldsNow_BringsTheSameStateAsIfItNeverFailed()
    {
        await using var storage = Folding.NewStorage();
        await using var untroubled = Folding.NewStorage();
        Poison(storage, 2);
        var messages = Many().Append(Messages.Task("7", "t")).ToArray();
        storage.Log.Append(messages);
        untroubled.Fold(messages);
        FoldAll(storage);
        Assert.NotEqual(untroubled.Content(), storage.Content(), StringComparer.Ordinal);
        Cure(storage);

        await storage.Get<RetryWorker>().RetryAsync(Cancelled);

        Assert.Empty(await ListAsync(storage));
        Assert.Equal(untroubled.Content(), storage.Content(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Retry_OfAMessageThatFailsAgain_KeepsItWithOneMoreTry()
    {
        await using var storage = Folding.NewStorage();
        Poison(storage, 2);
        storage.Log.Append([.. Many()]);
        FoldAll(storage);

        await storage.Get<RetryWorker>().RetryAsync(Cancelled);

        Assert.Equal(CarefulFold.Tries + 1, Assert.Single(await ListAsync(storage)).Tries);
        Assert.Equal(100, storage.Get<LogFold>().Cursor);
    }

    [Fact]
    public async Task Retry_OfAMessageThatRetentionTook_ForgetsIt()
    {
        await using var storage = Folding.NewStorage();
        Poison(storage, 2);
        storage.Log.Append([.. Many()]);
        FoldAll(storage);
        SqliteReading.Execute(storage.LogFile, "DELETE FROM messages WHERE id <= 50");

        await storage.Get<RetryWorker>().RetryAsync(Cancelled);

        Assert.Empty(await ListAsync(storage));
    }

    [Fact]
    public async Task Rebuild_OfAState_TriesEveryMessageAgain()
    {
        await using var storage = Folding.NewStorage();
        await using var untroubled = Folding.NewStorage();
        Poison(storage, 2, 30);
        storage.Log.Append([.. Many()]);
        untroubled.Fold([.. Many()]);
        FoldAll(storage);
        Cure(storage);
        Poison(storage, 30);
        await using var output = new StringWriter(CultureInfo.InvariantCulture);

        await storage.Get<ProjectionRebuild>().RunAsync(output, Cancelled);

        Assert.Equal(30, Assert.Single(await ListAsync(storage)).Id);
        Assert.Contains("1 messages could not be folded and are set aside", output.ToString(), StringComparison.Ordinal);
        Cure(storage);
        await storage.Get<RetryWorker>().RetryAsync(Cancelled);
        Assert.Equal(untroubled.Content(), storage.Content(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Program_WithAMessageThatFails_GoesOnIsReadyAndFoldsItWhenAsked()
    {
        using var folder = new TemporaryFolder();
        await using (var storage = Folding.NewStorage(dataDirectory: folder.Path))
        {
            Poison(storage, 2);
        }

        await using var dashboard = new DashboardFactory(new DashboardSettings { DataDirectory = folder.Path });
        await dashboard.FoldPushesAsync(Enumerable.Range(1, 5).Select(i => PushBody.Sensor("POISON", i, dashboard.Now().AddSeconds(-i), """{"temperature":1}""")));
        var setAside = dashboard.Services.GetRequiredService<SetAsideMessages>();
        Assert.Equal(1, await setAside.CountAsync(Cancelled));
        Assert.Single(dashboard.Logs.GetSnapshot(), record => record.Id.Id == 2506);
        using var ready = await dashboard.GetAsync("/health/ready", token: null);
        Assert.Equal("Healthy", await ready.Content.ReadAsStringAsync(Cancelled));

        SqliteReading.Execute(folder.File("sensoro.db"), "DROP TRIGGER poison");
        await setAside.RetryAsync(Cancelled).WaitAsync(DashboardFactory.Patience, Cancelled);

        Assert.Equal(0, await setAside.CountAsync(Cancelled));
        Assert.Equal(5, SqliteReading.Scalar<long>(folder.File("sensoro.db"), "SELECT count(*) FROM readings"));
    }

    /// <summary>A hundred messages of one device, a minute apart.</summary>
    private static IEnumerable<Sensoro.Domain.Ledger.NewMessage> Many() =>
        Enumerable.Range(1, 100).Select(i => Messages.Sensor("SN1", $"{i}", $$"""{"temperature":{{i}} }""", Messages.Noon.AddMinutes(i)));

    /// <summary>Makes these messages fail, wherever they come in a fold.</summary>
    private static void Poison(TemporaryStorage storage, params int[] ids)
    {
        storage.Get<SqliteDatabase>().EnsureReady();
        SqliteReading.Execute(storage.StateFile, $"CREATE TRIGGER poison BEFORE INSERT ON device_messages WHEN NEW.message_id IN ({string.Join(',', ids)}) BEGIN SELECT RAISE(ABORT, 'broken'); END");
    }

    private static void Cure(TemporaryStorage storage) => SqliteReading.Execute(storage.StateFile, "DROP TRIGGER poison");

    /// <summary>Folds the log as the worker does and returns how many tries failed.</summary>
    private static int FoldAll(TemporaryStorage storage)
    {
        var (fold, careful, failures) = (storage.Get<LogFold>(), storage.Get<CarefulFold>(), 0);
        while (storage.Log.ReadAfter(fold.Cursor, careful.Limit) is { Count: > 0 } next)
        {
            failures += careful.Apply(next) is null ? 1 : 0;
        }

        return failures;
    }

    private static Task<IReadOnlyList<SetAsideMessage>> ListAsync(TemporaryStorage storage) => storage.Get<SetAsideMessages>().ListAsync(Cancelled);
}
