using Sensoro.Dashboard.Components.Device;
using Sensoro.Dashboard.Live;
using Sensoro.Domain.Ledger;
using static Sensoro.Dashboard.Tests.Components.Device.SampleDevice;

namespace Sensoro.Dashboard.Tests.Components.Device;

public sealed class MessageListTests
{
    [Fact]
    public void MessageList_FullPage_MayHaveOlderOnes()
    {
        var list = new MessageList("A");
        list.Load(Page(100, MessageList.PageSize));
        Assert.True(list.HasOlder);
        Assert.Equal(51, list.Oldest);

        list.Append(Page(50, 10));
        Assert.False(list.HasOlder);
        Assert.Equal(60, list.Entries.Count);
    }

    [Fact]
    public void MessageList_News_AreAddedOnceAndNewestFirst()
    {
        var list = new MessageList("A");
        list.Load(Page(5, 2));

        Assert.Equal(NewsOutcome.Changed, list.Apply(News("A", 5, 6, 7)));
        Assert.Equal(NewsOutcome.Nothing, list.Apply(News("A", 6, 7)));
        Assert.Equal([7, 6, 5, 4], list.Entries.Select(entry => entry.Id));
    }

    [Fact]
    public void MessageList_NewsOfAnotherDevice_ChangeNothing()
    {
        var list = new MessageList("A");

        Assert.Equal(NewsOutcome.Nothing, list.Apply(News("B", 1)));
        Assert.Empty(list.Entries);
    }

    [Fact]
    public void MessageList_SkippedMessages_AskForALoadOnlyWhenTheDeviceHasNews()
    {
        var list = new MessageList("A");

        Assert.Equal(NewsOutcome.Nothing, list.Apply(News("B", 1) with { SkippedMessages = 3 }));
        Assert.Equal(NewsOutcome.Reload, list.Apply(News("A", 1) with { SkippedMessages = 3, Devices = [new DeviceChange(Of("A"), [], IsNew: false)] }));
    }

    [Fact]
    public void MessageList_LeftOpen_DoesNotGrowForEver()
    {
        var list = new MessageList("A");
        list.Apply(News("A", [.. Enumerable.Range(1, 1_500).Select(id => (long)id)]));

        Assert.Equal(1_000, list.Entries.Count);
        Assert.Equal(1_500, list.Entries[0].Id);
        Assert.True(list.HasOlder);
    }

    private static LedgerEntry[] Page(long newest, int count) => [.. Enumerable.Range(0, count).Select(i => SamplePush.Entry(newest - i, "A", Noon))];

    private static FeedUpdate News(string sn, params long[] ids) => new() { Cursor = ids.Max(), Messages = [.. ids.Select(id => SamplePush.Entry(id, sn, Noon))] };
}
