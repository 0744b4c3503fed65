using Microsoft.Extensions.Time.Testing;
using Sensoro.Dashboard.Live;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Tests.Live;

/// <summary>What one listener hears, and how often.</summary>
public sealed class FeedSubscriptionTests : IAsyncDisposable
{
    private static readonly FeedFilter Everything = new() { Fleet = true, Readings = true, Messages = true, Tasks = true };

    private readonly FakeTimeProvider _clock = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly LiveFeed _feed;

    public FeedSubscriptionTests() => _feed = new LiveFeed(_clock);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _closing.Dispose();
    }

    [Fact]
    public async Task Read_OfTheFirstUpdate_ComesAtOnce()
    {
        using var subscription = _feed.Subscribe(Everything);
        var updates = Read(subscription);
        var first = updates.MoveNextAsync();
        Assert.False(first.IsCompleted);

        _feed.Publish(Updates.OfDevice("A", 1));

        Assert.Equal(1, (await NextAsync(first, updates)).Cursor);
    }

    [Fact]
    public async Task Read_OfManyUpdates_ComesOncePerQuarterSecondWithTheLatest()
    {
        using var subscription = _feed.Subscribe(Everything);
        var updates = Read(subscription);
        _feed.Publish(Updates.OfDevice("A", 1));
        await NextAsync(updates.MoveNextAsync(), updates);

        var second = updates.MoveNextAsync();
        for (var id = 2; id <= 9; id++)
        {
            _feed.Publish(Updates.OfDevice(id % 2 == 0 ? "A" : "B", id));
        }

        _clock.Advance(TimeSpan.FromMilliseconds(249));
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        var update = await NextAsync(second, updates);

        Assert.Equal(9, update.Cursor);
        Assert.Equal([("A", 8L), ("B", 9L)], update.Devices.Select(change => (change.Device.Sn, change.Device.LastMessageId)).Order());
        Assert.Equal([2, 4, 6, 8], Readings(update, "A"));
        Assert.Equal([3, 5, 7, 9], Readings(update, "B"));
    }

    [Fact]
    public async Task Read_AfterAQuietTime_ComesAtOnceAgain()
    {
        using var subscription = _feed.Subscribe(Everything);
        var updates = Read(subscription);
        _feed.Publish(Updates.OfDevice("A", 1));
        await NextAsync(updates.MoveNextAsync(), updates);
        var second = updates.MoveNextAsync();
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.False(second.IsCompleted);

        _feed.Publish(Updates.OfDevice("A", 2));

        Assert.Equal(2, (await NextAsync(second, updates)).Cursor);
    }

    [Fact]
    public async Task Read_OfMoreMessagesThanAnybodyReads_KeepsTheNewestAndCountsTheRest()
    {
        using var subscription = _feed.Subscribe(new FeedFilter { Messages = true });
        var updates = Read(subscription);
        _feed.Publish(Updates.OfMessages(1, 400, skipped: 7));
        _feed.Publish(Updates.OfMessages(401, 400));

        var update = await NextAsync(updates.MoveNextAsync(), updates);

        Assert.Equal((500, 307), (update.Messages.Count, update.SkippedMessages));
        Assert.Equal(Enumerable.Range(301, 500).Select(id => (long)id), update.Messages.Select(message => message.Id));
    }

    [Fact]
    public async Task Read_OfASkippedCount_StartsAgainAfterEachUpdate()
    {
        using var subscription = _feed.Subscribe(new FeedFilter { Messages = true }, TimeSpan.Zero);
        var updates = Read(subscription);
        _feed.Publish(Updates.OfMessages(1, 600));
        await NextAsync(updates.MoveNextAsync(), updates);
        _feed.Publish(Updates.OfMessages(601, 2));

        var update = await NextAsync(updates.MoveNextAsync(), updates);

        Assert.Equal((2, 0), (update.Messages.Count, update.SkippedMessages));
    }

    [Fact]
    public async Task Read_OfOneDevice_LeavesTheOthersOut()
    {
        using var subscription = _feed.Subscribe(new FeedFilter { Sn = "A", Readings = true });
        var updates = Read(subscription);
        var first = updates.MoveNextAsync();

        _feed.Publish(Updates.OfDevice("B", 1));
        _feed.Publish(Updates.OfMessages(2, 1));
        _feed.Publish(Updates.OfTask(3));
        Assert.False(first.IsCompleted);
        _feed.Publish(Updates.OfDevice("A", 4));
        var update = await NextAsync(first, updates);

        Assert.Equal("A", Assert.Single(update.Devices).Device.Sn);
        Assert.Empty(update.Messages);
        Assert.Empty(update.Tasks);
    }

    [Fact]
    public async Task Read_WithoutReadings_HasTheStateOnly()
    {
        using var subscription = _feed.Subscribe(new FeedFilter { Fleet = true });
        var updates = Read(subscription);
        _feed.Publish(Updates.OfDevice("A", 1));

        var update = await NextAsync(updates.MoveNextAsync(), updates);

        Assert.Empty(Assert.Single(update.Devices).Readings);
    }

    [Fact]
    public async Task Read_OfCountsOnly_HearsNothingElse()
    {
        using var subscription = _feed.Subscribe(FeedFilter.CountsOnly);
        var updates = Read(subscription);
        var first = updates.MoveNextAsync();
        _feed.Publish(Updates.OfDevice("A", 1));
        Assert.False(first.IsCompleted);

        _feed.Publish(Updates.OfCounts(12));
        var update = await NextAsync(first, updates);

        Assert.Equal(12, update.Counts?.PushesLastMinute);
        Assert.Empty(update.Devices);
    }

    [Fact]
    public async Task Read_OfADeviceFoundBetweenTwoUpdates_IsStillNew()
    {
        using var subscription = _feed.Subscribe(Everything);
        var updates = Read(subscription);
        _feed.Publish(new FeedUpdate { Cursor = 1, Devices = [Updates.Change("A", 1) with { IsNew = true }] });
        _feed.Publish(Updates.OfDevice("A", 2));

        var update = await NextAsync(updates.MoveNextAsync(), updates);

        Assert.True(Assert.Single(update.Devices).IsNew);
    }

    [Fact]
    public async Task Dispose_WhileAReaderWaits_EndsItsReading()
    {
        var subscription = _feed.Subscribe(Everything);
        var next = Read(subscription).MoveNextAsync().AsTask();

        subscription.Dispose();

        Assert.False(await next.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Dispose_WithNewsWaiting_HandsOutNothingMore()
    {
        var subscription = _feed.Subscribe(Everything);
        _feed.Publish(Updates.OfDevice("A", 1));

        subscription.Dispose();

        Assert.False(await Read(subscription).MoveNextAsync());
    }

    [Fact]
    public async Task Cancel_WhileAReaderRests_EndsItsReading()
    {
        using var subscription = _feed.Subscribe(Everything);
        var updates = Read(subscription);
        _feed.Publish(Updates.OfDevice("A", 1));
        await NextAsync(updates.MoveNextAsync(), updates);
        var next = updates.MoveNextAsync().AsTask();

        await _closing.CancelAsync();

        Assert.False(await next.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    private static IEnumerable<double> Readings(FeedUpdate update, string sn) =>
        update.Devices.Single(change => change.Device.Sn == sn).Readings.Select((Reading reading) => reading.Value.X);

    private static async Task<FeedUpdate> NextAsync(ValueTask<bool> next, IAsyncEnumerator<FeedUpdate> updates)
    {
        Assert.True(await next.AsTask().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        return updates.Current;
    }

    private IAsyncEnumerator<FeedUpdate> Read(FeedSubscription subscription) => subscription.ReadAllAsync(_closing.Token).GetAsyncEnumerator(CancellationToken.None);
}
