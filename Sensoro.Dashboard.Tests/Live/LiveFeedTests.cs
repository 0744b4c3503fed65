using Microsoft.Extensions.Time.Testing;
using Sensoro.Dashboard.Live;

namespace Sensoro.Dashboard.Tests.Live;

/// <summary>Publishing is free: it neither waits for a subscriber nor fails because of one.</summary>
public sealed class LiveFeedTests
{
    private readonly LiveFeed _feed = new(new FakeTimeProvider());

    [Fact]
    public void Publish_WithoutSubscribers_KeepsCursorAndCounts()
    {
        _feed.Publish(Updates.OfDevice("A", 7));
        _feed.Publish(Updates.OfCounts(3));

        Assert.Equal((7L, 3), (_feed.Cursor, _feed.Counts.PushesLastMinute));
    }

    [Fact]
    public void Publish_ToASubscriberThatNeverReads_ReturnsAndStaysBounded()
    {
        using var idle = _feed.Subscribe(new FeedFilter { Fleet = true, Readings = true, Messages = true, Tasks = true });

        for (var id = 1; id <= 5_000; id++)
        {
            _feed.Publish(Updates.OfDevice("A", id));
            _feed.Publish(Updates.OfMessages(id, 1));
            _feed.Publish(Updates.OfTask(id));
        }

        var update = First(idle);
        Assert.Equal(DeviceChange.MaxReadings, Assert.Single(update.Devices).Readings.Count);
        Assert.Equal(5_000, update.Devices[0].Readings[^1].Value.X);
        Assert.Equal((500, 4_500, 500), (update.Messages.Count, update.SkippedMessages, update.Tasks.Count));
        Assert.Equal(5_000, update.Messages[^1].Id);
    }

    [Fact]
    public async Task Publish_WhileAReaderFails_ReachesTheOthers()
    {
        using var failing = _feed.Subscribe(new FeedFilter { Fleet = true });
        using var healthy = _feed.Subscribe(new FeedFilter { Fleet = true });
        var failed = Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var update in failing.ReadAllAsync(TestContext.Current.CancellationToken))
            {
                throw new InvalidOperationException($"The page is broken at {update.Cursor}.");
            }
        });

        _feed.Publish(Updates.OfDevice("A", 1));
        await failed;
        _feed.Publish(Updates.OfDevice("A", 2));

        Assert.Equal(2, First(healthy).Cursor);
    }

    [Fact]
    public async Task Cursor_WithTwoPublishers_NeverGoesBack()
    {
        const int Count = 100_000;
        var counts = Updates.OfCounts(1);
        var wentBack = 0;
        using var done = new CancellationTokenSource();

        // Counts come from another worker than the changes, with the cursor of a while ago.
        var counting = Task.Run(
            () =>
            {
                while (!done.IsCancellationRequested)
                {
                    _feed.Publish(counts);
                }
            },
            TestContext.Current.CancellationToken);
        for (var id = 1; id <= Count; id++)
        {
            _feed.Publish(new FeedUpdate { Cursor = id });
            wentBack += _feed.Cursor < id ? 1 : 0;
        }

        await done.CancelAsync();
        await counting;
        Assert.Equal((0, (long)Count), (wentBack, _feed.Cursor));
    }

    [Fact]
    public void Subscriptions_WhenDisposed_AreGone()
    {
        var one = _feed.Subscribe(FeedFilter.CountsOnly);
        var other = _feed.Subscribe(FeedFilter.CountsOnly);
        Assert.Equal(2, _feed.SubscriptionCount);

        one.Dispose();
        one.Dispose();
        Assert.Equal(1, _feed.SubscriptionCount);
        other.Dispose();

        Assert.Equal(0, _feed.SubscriptionCount);
        _feed.Publish(Updates.OfCounts(1));
        Assert.Equal(1, _feed.Counts.PushesLastMinute);
    }

    [Fact]
    public void Subscriptions_OpenedAndClosedByMany_EndAtZero()
    {
        Parallel.For(0, 2_000, _ =>
        {
            using var subscription = _feed.Subscribe(FeedFilter.CountsOnly);
            _feed.Publish(Updates.OfCounts(1));
        });

        Assert.Equal(0, _feed.SubscriptionCount);
    }

    private static FeedUpdate First(FeedSubscription subscription)
    {
        var updates = subscription.ReadAllAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var next = updates.MoveNextAsync();
        Assert.True(next.IsCompletedSuccessfully && next.Result);
        return updates.Current;
    }
}
