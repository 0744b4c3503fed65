using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Tests.Storage;

/// <summary>What counts as the same push, and in which order pushes are numbered.</summary>
public sealed class MessageLogTests
{
    [Fact]
    public async Task Append_OfTheSamePushAgain_CountsADelivery()
    {
        await using var storage = new TemporaryStorage();

        var outcomes = storage.Log.Append([Messages.Sensor("A", "1"), Messages.Sensor("A", "1"), Messages.Sensor("A", "1")]);

        Assert.Equal([new(AppendKind.Stored, 1), new(AppendKind.Duplicate, 1), new(AppendKind.Duplicate, 1)], outcomes);
        Assert.Equal(3, Assert.Single(storage.Log.ReadAfter(0, 10)).Entry.Deliveries);
    }

    [Fact]
    public async Task Append_OfTheSameIdentityWithOtherContent_KeepsBothAsConflict()
    {
        await using var storage = new TemporaryStorage();

        var outcomes = storage.Log.Append([Messages.Sensor("A", "1", """{"temperature":20}"""), Messages.Sensor("A", "1", """{"temperature":21}""")]);

        Assert.Equal([new(AppendKind.Stored, 1), new(AppendKind.Conflict, 2)], outcomes);
        Assert.All(storage.Log.ReadAfter(0, 10), message => Assert.True(message.Entry.Conflict));
    }

    [Fact]
    public async Task Append_OfAConflictingPushAgain_CountsItsOwnDelivery()
    {
        await using var storage = new TemporaryStorage();
        var (first, other) = (Messages.Sensor("A", "1", """{"temperature":20}"""), Messages.Sensor("A", "1", """{"temperature":21}"""));

        var outcomes = storage.Log.Append([first, other, other, first, other]);

        Assert.Equal(
            [new(AppendKind.Stored, 1), new(AppendKind.Conflict, 2), new(AppendKind.Duplicate, 2), new(AppendKind.Duplicate, 1), new(AppendKind.Duplicate, 2)],
            outcomes);
        Assert.Equal([2, 3], storage.Log.ReadAfter(0, 10).Select(message => message.Entry.Deliveries));
    }

    [Fact]
    public async Task Append_WithoutMsgId_TellsPushesApartByContent()
    {
        await using var storage = new TemporaryStorage();

        var outcomes = storage.Log.Append(
        [
            Messages.Sensor("A", null, """{"temperature":20}"""),
            Messages.Sensor("A", null, """{"temperature":21}"""),
            Messages.Sensor("A", null, """{"temperature":20}"""),
        ]);

        Assert.Equal([new(AppendKind.Stored, 1), new(AppendKind.Stored, 2), new(AppendKind.Duplicate, 1)], outcomes);
        Assert.All(storage.Log.ReadAfter(0, 10), message => Assert.False(message.Entry.Conflict));
    }

    [Fact]
    public async Task Append_OfTheSameMsgIdForAnotherDevice_StoresBoth()
    {
        await using var storage = new TemporaryStorage();

        var outcomes = storage.Log.Append([Messages.Sensor("A", "1"), Messages.Sensor("B", "1")]);

        Assert.All(outcomes, outcome => Assert.Equal(AppendKind.Stored, outcome.Kind));
        Assert.All(storage.Log.ReadAfter(0, 10), message => Assert.False(message.Entry.Conflict));
    }

    [Fact]
    public async Task Append_OfTheSameMsgIdFromAnotherApplication_StoresBoth()
    {
        await using var storage = new TemporaryStorage();

        var outcomes = storage.Log.Append([Messages.Sensor("A", "1"), Messages.Sensor("A", "1") with { AppId = "another" }]);

        Assert.All(outcomes, outcome => Assert.Equal(AppendKind.Stored, outcome.Kind));
    }

    [Fact]
    public async Task Append_OfATaskNamedLikeADevice_StoresBoth()
    {
        await using var storage = new TemporaryStorage();

        var outcomes = storage.Log.Append([Messages.Sensor("7", "1"), Messages.Task("7", "1")]);

        Assert.All(outcomes, outcome => Assert.Equal(AppendKind.Stored, outcome.Kind));
    }

    [Fact]
    public async Task Append_OfManyBatches_NumbersInCommitOrderWithoutGaps()
    {
        await using var storage = new TemporaryStorage();
        var ids = new List<long>();

        for (var batch = 0; batch < 5; batch++)
        {
            ids.AddRange(storage.Log.Append([.. Enumerable.Range(0, 20).Select(i => Messages.Sensor("A", $"{batch}-{i}"))]).Select(outcome => outcome.Id));
        }

        Assert.Equal(Enumerable.Range(1, 100).Select(id => (long)id), ids);
        Assert.Equal(100, storage.Log.LastId);
    }

    [Fact]
    public async Task Append_AfterTheNewestRowsWereDeleted_NeverUsesAnIdAgain()
    {
        await using var storage = new TemporaryStorage();
        storage.Log.Append([Messages.Sensor("A", "1"), Messages.Sensor("A", "2"), Messages.Sensor("A", "3")]);
        SqliteReading.Execute(storage.LogFile, "DELETE FROM messages");

        await using var reopened = new TemporaryStorage(dataDirectory: storage.DataDirectory);
        var outcome = Assert.Single(reopened.Log.Append([Messages.Sensor("A", "4")]));

        Assert.Equal(new AppendOutcome(AppendKind.Stored, 4), outcome);
    }

    [Fact]
    public async Task Append_ThatFails_KeepsNothingOfTheBatchAndRecovers()
    {
        await using var storage = new TemporaryStorage();
        storage.Log.Append([Messages.Sensor("A", "1")]);
        SqliteReading.Execute(storage.LogFile, "CREATE TRIGGER broken BEFORE INSERT ON message_sources WHEN NEW.sn = 'BROKEN' BEGIN SELECT RAISE(ABORT, 'broken disk'); END");

        var error = Assert.Throws<StorageException>(() => storage.Log.Append([Messages.Sensor("A", "2"), Messages.Sensor("BROKEN", "3"), Messages.Sensor("A", "4")]));
        SqliteReading.Execute(storage.LogFile, "DROP TRIGGER broken");
        var outcomes = storage.Log.Append([Messages.Sensor("A", "2"), Messages.Sensor("BROKEN", "3")]);

        Assert.Contains("broken disk", error.Message, StringComparison.Ordinal);
        Assert.Equal([new(AppendKind.Stored, 2), new(AppendKind.Stored, 3)], outcomes);
        Assert.Equal(["1", "2", "3"], storage.Log.ReadAfter(0, 10).Select(message => message.Entry.MsgId), StringComparer.Ordinal);
    }

    [Fact]
    public async Task ReadAfter_OfWhatWasAppended_GivesItBackWhole()
    {
        await using var storage = new TemporaryStorage();
        var message = Messages.Sensor("SN 设备", "12345678901234567890", """{"customer":"温度"}""") with
        {
            DeviceType = "node",
            SentAt = Messages.Noon.AddSeconds(1),
            ReceivedAt = Messages.Noon.AddSeconds(2),
            Sealed = new byte[] { 1, 2, 3 },
        };

        storage.Log.Append([message]);
        var stored = Assert.Single(storage.Log.ReadAfter(0, 10));

        var entry = new LedgerEntry
        {
            Id = 1,
            AppId = "app",
            Kind = message.Kind,
            Sn = message.Sn,
            DeviceType = "node",
            MsgId = message.MsgId,
            CreatedAt = message.CreatedAt,
            ReceivedAt = message.ReceivedAt,
            SentAt = message.SentAt,
            Encrypted = true,
            Size = 3,
        };
        Assert.Equal(entry, stored.Entry);
        Assert.Equal(message.Body.ToArray(), stored.Body.ToArray());
        Assert.Equal([1, 2, 3], stored.Sealed.ToArray());
    }

    [Fact]
    public async Task ReadAfter_WithALimit_GivesTheOldestFirst()
    {
        await using var storage = new TemporaryStorage();
        storage.Log.Append([.. Enumerable.Range(1, 10).Select(i => Messages.Sensor("A", $"{i}"))]);

        Assert.Equal([4L, 5L, 6L], storage.Log.ReadAfter(3, 3).Select(message => message.Entry.Id));
    }

    [Fact]
    public async Task WaitForMore_AppendedLater_CompletesWithTheAppend()
    {
        await using var storage = new TemporaryStorage();
        var waiting = storage.Log.WaitForMoreAsync(1, TestContext.Current.CancellationToken);

        storage.Log.Append([Messages.Sensor("A", "1")]);
        Assert.False(waiting.IsCompleted);
        storage.Log.Append([Messages.Sensor("A", "2")]);

        await waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Equal(2, storage.Log.LastId);
    }

    [Fact]
    public async Task Append_OfTextWithNul_KeepsItApartAndWhole()
    {
        await using var storage = new TemporaryStorage();

        var outcomes = storage.Log.Append([Messages.Sensor("A", "1"), Messages.Sensor("A", "1\0"), Messages.Sensor("A\0B", "1")]);

        Assert.All(outcomes, outcome => Assert.Equal(AppendKind.Stored, outcome.Kind));
        Assert.Equal([("A", "1"), ("A", "1\0"), ("A\0B", "1")], storage.Log.ReadAfter(0, 10).Select(message => (message.Entry.Sn, message.Entry.MsgId)));
    }
}
