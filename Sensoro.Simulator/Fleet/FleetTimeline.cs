namespace Sensoro.Simulator.Fleet;

/// <summary>
/// The reports of the live fleet in the order of time. Every device reports once in the first seconds and then keeps its interval
/// to the millisecond, so that what it says about itself is true; only changes of state come in between.
/// </summary>
internal sealed class FleetTimeline
{
    private readonly PriorityQueue<DeviceSchedule, (DateTimeOffset At, int Index)> _queue = new();

    public FleetTimeline(IEnumerable<DeviceSchedule> schedules)
    {
        foreach (var schedule in schedules)
        {
            _queue.Enqueue(schedule, (schedule.NextAt, schedule.Index));
        }
    }

    /// <summary>When the next report is due; null when every device has left.</summary>
    public DateTimeOffset? NextAt => _queue.TryPeek(out _, out var due) ? due.At : null;

    /// <summary>Reports that were left out because the program could not keep up.</summary>
    public long Skipped { get; private set; }

    /// <summary>The next report that is due by now, or null.</summary>
    public DeviceReport? Take(DateTimeOffset now)
    {
        if (!_queue.TryPeek(out var schedule, out var due) || due.At > now)
        {
            return null;
        }

        _queue.Dequeue();
        Skipped += schedule.SkipTo(now);
        var report = schedule.Report();
        if (!schedule.HasLeft)
        {
            _queue.Enqueue(schedule, (schedule.NextAt, schedule.Index));
        }

        return report;
    }
}
