using Sensoro.Dashboard.Components.Messages;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Projection;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Domain.Protocol;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Components.Messages;

public sealed class LedgerReaderTests : IAsyncDisposable
{
    private const string One = "0117C5A9D0B3F2E8";
    private const string Other = "0117C5A9D0B3F2E9";

    private readonly TemporaryStorage _storage = Folding.NewStorage();
    private readonly LedgerReader _reader;

    public LedgerReaderTests()
    {
        _reader = new LedgerReader(_storage.Get<MessageQueries>(), _storage.Get<DeviceQueries>());
        var messages = Enumerable.Range(1, 30).Select(i => i % 10 == 0
            ? Stored.Task("task" + i, "m" + i)
            : Stored.Sensor(i % 2 == 0 ? One : Other, "m" + i)).ToArray();
        _storage.Fold(messages);
    }

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task Read_Everything_ComesInPagesWithoutHoles()
    {
        var first = await ReadAsync(LedgerQuery.Everything, null, 20);
        var second = await ReadAsync(LedgerQuery.Everything, first.NextBefore, 20);

        Assert.Equal(Enumerable.Range(0, 30).Select(i => 30L - i), Ids(first).Concat(Ids(second)));
        Assert.Null(second.NextBefore);
    }

    [Theory]
    [InlineData("0117C5A9D0B3F2E8")]
    [InlineData("b3f2e8")]
    public async Task Read_SnOrItsEnd_FindsTheDevicesMessages(string text)
    {
        var page = await ReadAsync(new LedgerQuery(text, null, null), null, 100);

        Assert.Equal(12, page.Entries.Count);
        Assert.All(page.Entries, entry => Assert.Equal(One, entry.Sn));
    }

    [Fact]
    public async Task Read_EndOfSeveralSns_MergesTheirMessagesInOrder()
    {
        _storage.Fold(Stored.Sensor("X2E8", "m31"), Stored.Sensor(One, "m32"));
        var query = new LedgerQuery("2e8", null, null);

        var first = await ReadAsync(query, null, 5);
        var second = await ReadAsync(query, first.NextBefore, 100);

        Assert.Equal([32L, 31], Ids(first).Take(2));
        Assert.Equal(14, first.Entries.Count + second.Entries.Count);
        Assert.Equal(Ids(first).Concat(Ids(second)).OrderDescending(), Ids(first).Concat(Ids(second)));
    }

    [Theory]
    [InlineData("m7", 7)]
    [InlineData("task20", 20)]
    public async Task Read_MsgIdOrTaskId_FindsTheMessage(string text, long expected) =>
        Assert.Equal([expected], Ids(await ReadAsync(new LedgerQuery(text, null, null), null, 100)));

    [Fact]
    public async Task Read_Kind_FindsOnlyThatKind()
    {
        var page = await ReadAsync(new LedgerQuery("", PushKind.Task, null), null, 2);
        var rest = await ReadAsync(new LedgerQuery("", PushKind.Task, null), page.NextBefore, 2);

        Assert.Equal([30L, 20, 10], Ids(page).Concat(Ids(rest)));
        Assert.Null(rest.NextBefore);
    }

    [Theory]
    [InlineData("nothing like it")]
    [InlineData("%")]
    [InlineData("B")]
    public async Task Read_UnknownText_FindsNothing(string text)
    {
        var page = await ReadAsync(new LedgerQuery(text, null, null), null, 100);

        Assert.Empty(page.Entries);
        Assert.Null(page.NextBefore);
    }

    private async Task<LedgerPage> ReadAsync(LedgerQuery query, long? before, int count) => await _reader.ReadAsync(
        await _reader.ResolveAsync(query, TestContext.Current.CancellationToken), before, count, TestContext.Current.CancellationToken);

    private static IEnumerable<long> Ids(LedgerPage page) => page.Entries.Select(entry => entry.Id);
}
