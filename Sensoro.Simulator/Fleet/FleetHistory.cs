using Sensoro.Simulator.Physics;

namespace Sensoro.Simulator.Fleet;

/// <summary>
/// The fleet's past, thinned: what the devices measured in the hours before the program started, so that charts have something to
/// show at once. Run it before the <see cref="FleetTimeline"/>: the devices live on where the past ends.
/// </summary>
internal sealed class FleetHistory
{
    private static readonly TimeSpan FinestSpacing = TimeSpan.FromMinutes(10);

    private readonly PriorityQueue<Entry, (DateTimeOffset At, int Index)> _queue = new();
    private readonly TimeSpan _spacing;

    /// <param name="fleet">The devices, never asked before.</param>
    /// <param name="random">Decides when in the past the leavers left.</param>
    /// <param name="until">The present.</param>
    /// <param name="length">How far back.</param>
    /// <param name="limit">Most reports in all, roughly; a longer past or a larger fleet is thinned more.</param>
    public FleetHistory(IReadOnlyList<SimulatedDevice> fleet, SeededRandom random, DateTimeOffset until, TimeSpan length, int limit)
    {
        var needed = length * fleet.Count / limit;
        _spacing = needed > FinestSpacing ? needed : FinestSpacing;
        for (var index = 0; index < fleet.Count; index++)
        {
            var first = until - length + (_spacing * random.Unit());
            var last = fleet[index].Temper is Temper.Leaver ? until - (length * random.Between(0.05, 0.4)) : until;
            Plan(new Entry(fleet[index], index, first, last), first);
        }
    }

    /// <summary>The next reports, oldest first, no device twice; empty when the past is told.</summary>
    /// <param name="most">Size of the batch at most.</param>
    public IReadOnlyList<DeviceReport> NextBatch(int most)
    {
        var batch = new List<DeviceReport>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (batch.Count < most && _queue.TryPeek(out var entry, out var due) && seen.Add(entry.Device.Sn))
        {
            _queue.Dequeue();
            batch.Add(entry.Device.Report(due.At));
            var regular = due.At < entry.RegularAt ? entry.RegularAt : due.At + _spacing;
            var next = entry.Device.NextEventAt is { } change && change < regular ? change : regular;
            Plan(entry with { RegularAt = regular }, next);
        }

        return batch;
    }

    private void Plan(Entry entry, DateTimeOffset at)
    {
        if (at < entry.Last)
        {
            _queue.Enqueue(entry, (at, entry.Index));
        }
    }

    private sealed record Entry(SimulatedDevice Device, int Index, DateTimeOffset RegularAt, DateTimeOffset Last);
}
