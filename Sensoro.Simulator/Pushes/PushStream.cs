using Sensoro.Simulator.Fleet;
using Sensoro.Simulator.Physics;

namespace Sensoro.Simulator.Pushes;

/// <summary>
/// Turns the fleet's reports into pushes, in the order they leave, with everything that goes wrong between a device and a receiver:
/// repeated, late, overtaken and broken pushes. It knows no network and no clock, so a seed and a start decide all of it. One thread.
/// </summary>
internal sealed class PushStream(FleetTimeline timeline, PushPress press, FleetOptions options, SeededRandom random)
{
    private static readonly TimeSpan LongestRepeatDelay = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ShortestLateness = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestLateness = TimeSpan.FromMinutes(10);

    /// <summary>Enough for the push that overtakes to arrive first.</summary>
    private static readonly TimeSpan OvertakenBy = TimeSpan.FromMilliseconds(300);

    private readonly PriorityQueue<OutgoingPush, (DateTimeOffset At, long Order)> _held = new();
    private readonly Dictionary<string, OutgoingPush> _overtaken = new(StringComparer.Ordinal);
    private PushTally _tally;
    private long _order;

    public PushTally Tally => _tally;

    /// <summary>When there is something to send next; null when the fleet has fallen silent for good.</summary>
    public DateTimeOffset? NextAt => (timeline.NextAt, NextHeldAt) switch
    {
        ({ } report, { } push) => report < push ? report : push,
        var (report, push) => report ?? push,
    };

    /// <summary>The pushes that are due by now, in order.</summary>
    public IEnumerable<OutgoingPush> TakeDue(DateTimeOffset now)
    {
        while (NextAt is { } next && next <= now)
        {
            if (_held.TryPeek(out var push, out var due) && due.At <= next)
            {
                _held.Dequeue();
                yield return push;
            }
            else if (timeline.Take(now) is { } report)
            {
                Accept(report);
            }
        }
    }

    /// <summary>What was held back and is now sent because the run ends.</summary>
    public IEnumerable<OutgoingPush> TakeHeld()
    {
        while (_held.TryDequeue(out var push, out _))
        {
            yield return push;
        }

        foreach (var push in _overtaken.Values)
        {
            yield return push;
        }

        _overtaken.Clear();
    }

    private DateTimeOffset? NextHeldAt => _held.TryPeek(out _, out var held) ? held.At : null;

    private void Accept(DeviceReport report)
    {
        _tally.Reports++;
        var push = press.Sensor(report);
        if (Send(report, push) is { } sentAt)
        {
            Repeat(push, sentAt);
        }

        Spoil(report, push);
        if (random.Percent(options.TasksPercent))
        {
            _tally.Tasks++;
            Hold(press.Task(random, report.At), report.At);
        }
    }

    /// <summary>Puts a push on its way.</summary>
    /// <returns>When it leaves; null when it waits for the device's next report to overtake it.</returns>
    private DateTimeOffset? Send(DeviceReport report, OutgoingPush push)
    {
        var isLate = random.Percent(options.LatePercent);
        var isOvertaken = random.Percent(options.OutOfOrderPercent) && !isLate;
        if (_overtaken.Remove(report.Sn, out var overtaken))
        {
            Hold(overtaken, report.At + OvertakenBy);
        }

        if (isOvertaken)
        {
            _tally.OutOfOrder++;
            _overtaken.Add(report.Sn, push);
            return null;
        }

        _tally.Late += isLate ? 1 : 0;
        var sentAt = isLate ? report.At + Lateness(report.Interval) : report.At;
        Hold(push, sentAt);
        return sentAt;
    }

    /// <summary>Late enough that the device has reported again meanwhile, within reason.</summary>
    private TimeSpan Lateness(TimeSpan interval)
    {
        var lateness = interval * random.Between(1.2, 4);
        return lateness < ShortestLateness ? ShortestLateness : lateness > LongestLateness ? LongestLateness : lateness;
    }

    private void Repeat(OutgoingPush push, DateTimeOffset sentAt)
    {
        if (random.Percent(options.DuplicatesPercent))
        {
            _tally.Duplicates++;
            var delay = random.Chance(0.5) ? TimeSpan.Zero : random.Between(TimeSpan.Zero, LongestRepeatDelay);
            Hold(push, sentAt + delay);
        }
    }

    private void Spoil(DeviceReport report, OutgoingPush push)
    {
        if (random.Percent(options.OldNoncePercent))
        {
            _tally.OldNonces++;
            Hold(PushPress.Stale(push), report.At);
        }

        if (random.Percent(options.BrokenPercent))
        {
            _tally.Broken++;
            Hold(press.Broken(report), report.At);
        }
    }

    private void Hold(OutgoingPush push, DateTimeOffset at) => _held.Enqueue(push, (at, _order++));
}
