using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Projection;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Storage;

/// <summary>Pages of the ledger: as many lines as asked for, whatever the filter.</summary>
public sealed class MessageQueriesTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Newest_PageByPage_WalksBackToTheBeginning()
    {
        await using var storage = Fifty();
        var queries = storage.Get<MessageQueries>();
        var ids = new List<long>();
        long? before = null;
        do
        {
            var page = await queries.NewestAsync(new MessageFilter(), before, 20, Cancelled);
            ids.AddRange(page.Select(entry => entry.Id));
            before = page.Count == 20 ? page[^1].Id : null;
        }
        while (before is not null);

        Assert.Equal(Enumerable.Range(1, 50).Reverse().Select(id => (long)id), ids);
    }

    [Fact]
    public async Task Newest_OfADeviceAndItsEncryptedPushes_FindsThemBehindManyPlainOnes()
    {
        await using var storage = Fifty();
        var queries = storage.Get<MessageQueries>();

        var found = await queries.NewestAsync(new MessageFilter { Sn = "A", Encrypted = true }, null, 3, Cancelled);
        var rest = await queries.NewestAsync(new MessageFilter { Sn = "A", Encrypted = true }, found[^1].Id, 3, Cancelled);

        Assert.Equal([31L, 21L, 11L], found.Select(entry => entry.Id));
        Assert.Equal([1L], rest.Select(entry => entry.Id));
    }

    [Fact]
    public async Task ReadAfter_OfADeviceAndItsEncryptedPushes_FindsThemBehindManyPlainOnes()
    {
        await using var storage = Fifty();

        var found = await storage.Get<MessageQueries>().ReadAfterAsync(new MessageFilter { Sn = "A", Encrypted = true }, 2, 2, Cancelled);

        Assert.Equal([11L, 21L], found.Select(message => message.Entry.Id));
    }

    [Fact]
    public async Task Newest_OfAKind_LeavesTheOthersOut()
    {
        await using var storage = Fifty();
        storage.Fold(Messages.Task("7", "7"));

        var tasks = await storage.Get<MessageQueries>().NewestAsync(new MessageFilter { Kind = PushKind.Task }, null, 10, Cancelled);

        Assert.Equal("7", Assert.Single(tasks).TaskId);
    }

    [Fact]
    public async Task Newest_OfADevice_HasItsPushesOfUnknownKinds()
    {
        await using var storage = Folding.NewStorage();
        var unknown = Messages.Sensor("A", "2") with { Kind = PushKind.Other, Body = """{"type":"lifecycle","sn":"A","msgId":2}"""u8.ToArray() };
        storage.Fold(Messages.Sensor("A", "1"), unknown);
        storage.Fold(unknown with { MsgId = "3", ContentHash = 3 }, unknown with { Sn = "B", ContentHash = 4 });

        var queries = storage.Get<MessageQueries>();
        Assert.Equal([3L, 2L, 1L], (await queries.NewestAsync(new MessageFilter { Sn = "A" }, null, 10, Cancelled)).Select(entry => entry.Id));
        Assert.Empty(await queries.NewestAsync(new MessageFilter { Sn = "B" }, null, 10, Cancelled));
    }

    [Fact]
    public async Task Newest_OfATaskAndADevice_IsWhatFitsBoth()
    {
        await using var storage = Folding.NewStorage();
        storage.Fold(Messages.Sensor("A", "1"), Messages.Task("7", "2"));

        var queries = storage.Get<MessageQueries>();
        Assert.Equal([2L], (await queries.NewestAsync(new MessageFilter { TaskId = "7" }, null, 10, Cancelled)).Select(entry => entry.Id));
        Assert.Empty(await queries.NewestAsync(new MessageFilter { TaskId = "7", Sn = "A" }, null, 10, Cancelled));
    }

    [Fact]
    public async Task Find_OfAMessage_GivesItsBody()
    {
        await using var storage = Fifty();

        var message = await storage.Get<MessageQueries>().FindAsync(12, Cancelled);

        Assert.Equal(storage.Log.ReadAfter(11, 1)[0].Body.ToArray(), message?.Body.ToArray());
        Assert.Null(await storage.Get<MessageQueries>().FindAsync(51, Cancelled));
    }

    /// <summary>Forty pushes of A, every tenth encrypted, then ten of B.</summary>
    private static TemporaryStorage Fifty()
    {
        var storage = Folding.NewStorage();
        storage.Fold(
        [
            .. Enumerable.Range(0, 40).Select(i =>
            {
                var message = Messages.Sensor("A", $"{i}");
                return i % 10 == 0 ? message with { Sealed = """{"sn":"A","type":"text","encryptData":"eA=="}"""u8.ToArray() } : message;
            }),
            .. Enumerable.Range(0, 10).Select(i => Messages.Sensor("B", $"{i}")),
        ]);
        return storage;
    }
}
