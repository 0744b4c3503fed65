using System.Collections.Immutable;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Live;

/// <summary>
/// The news of this process: what the projection has committed, handed to every page and to the hub. A hint, never the record:
/// a subscriber that falls behind gets the latest state, not every step, and asks the database for the rest. Publishing never
/// waits for a subscriber and never fails.
/// </summary>
public sealed class LiveFeed(TimeProvider time)
{
    /// <summary>Least time between two updates of one subscription.</summary>
    public static readonly TimeSpan DefaultPace = TimeSpan.FromMilliseconds(250);

    private ImmutableArray<FeedSubscription> _subscriptions = [];
    private FleetCounts _counts = FleetCounts.Empty;
    private long _cursor;
    private volatile bool _isClosed;

    /// <summary>The newest message that has been published.</summary>
    public long Cursor => Interlocked.Read(ref _cursor);

    /// <summary>The counts as last published.</summary>
    public FleetCounts Counts => Volatile.Read(ref _counts);

    public int SubscriptionCount => _subscriptions.Length;

    /// <summary>Starts to listen. Subscribe first, then load what is shown, then apply the updates.</summary>
    public FeedSubscription Subscribe(FeedFilter filter) => Subscribe(filter, DefaultPace);

    public FeedSubscription Subscribe(FeedFilter filter, TimeSpan pace)
    {
        var subscription = new FeedSubscription(filter, pace, time, Remove);
        ImmutableInterlocked.Update(ref _subscriptions, static (all, added) => all.Add(added), subscription);
        return subscription;
    }

    public void Publish(FeedUpdate update)
    {
        Advance(update.Cursor);
        if (update.Counts is { } counts)
        {
            Volatile.Write(ref _counts, counts);
        }

        if (_isClosed)
        {
            return;
        }

        foreach (var subscription in _subscriptions)
        {
            subscription.Offer(update);
        }
    }

    /// <summary>Nobody hears anything any more: the program stops, and pages must not be drawn while their services go.</summary>
    public void Close()
    {
        _isClosed = true;
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }
    }

    /// <summary>Two workers publish: counts carry an older cursor than the changes beside them and must not set it back.</summary>
    private void Advance(long cursor)
    {
        var known = Cursor;
        while (known < cursor)
        {
            var found = Interlocked.CompareExchange(ref _cursor, cursor, known);
            known = found == known ? cursor : found;
        }
    }

    private void Remove(FeedSubscription subscription) =>
        ImmutableInterlocked.Update(ref _subscriptions, static (all, gone) => all.Remove(gone), subscription);
}
