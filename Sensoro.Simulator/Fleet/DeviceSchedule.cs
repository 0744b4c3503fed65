using Sensoro.Simulator.Physics;

namespace Sensoro.Simulator.Fleet;

/// <summary>When one device reports: at its interval, out of turn when something changes, and not at all while it is silent.</summary>
internal sealed class DeviceSchedule
{
    private readonly SimulatedDevice _device;
    private readonly SeededRandom _random;
    private DateTimeOffset _regularAt;
    private DateTimeOffset _silentFrom = DateTimeOffset.MaxValue;
    private DateTimeOffset _silentUntil = DateTimeOffset.MaxValue;

    /// <param name="device">The device.</param>
    /// <param name="index">Its number in the fleet: decides between devices that are due at the same moment.</param>
    /// <param name="random">Decides when an unreliable device falls silent.</param>
    /// <param name="firstAt">Its first report.</param>
    /// <param name="secondAfter">From there to the second one, at most the interval; it spreads the fleet over the interval.</param>
    public DeviceSchedule(SimulatedDevice device, int index, SeededRandom random, DateTimeOffset firstAt, TimeSpan secondAfter)
    {
        _device = device;
        _random = random;
        Index = index;
        NextAt = firstAt;
        _regularAt = firstAt + secondAfter;
        PlanSilence(firstAt);
    }

    public int Index { get; }

    public DateTimeOffset NextAt { get; private set; }

    /// <summary>The device will never report again.</summary>
    public bool HasLeft { get; private set; }

    /// <summary>
    /// Leaves out the reports that a program running behind can no longer make in time; the rhythm stays.
    /// </summary>
    /// <returns>How many were left out.</returns>
    public long SkipTo(DateTimeOffset now)
    {
        var missed = (long)((now - NextAt) / _device.Interval);
        if (missed > 0)
        {
            NextAt += _device.Interval * missed;
            _regularAt = _regularAt > NextAt ? _regularAt : NextAt + _device.Interval;
        }

        return missed;
    }

    public DeviceReport Report()
    {
        var report = _device.Report(NextAt);
        _regularAt = NextAt < _regularAt ? _regularAt : _regularAt + _device.Interval;
        var next = _device.NextEventAt is { } change && change < _regularAt ? change : _regularAt;
        NextAt = next < _silentFrom ? next : Reappear();
        return report;
    }

    private DateTimeOffset Reappear()
    {
        HasLeft = _silentUntil == DateTimeOffset.MaxValue;
        _regularAt = _silentUntil;
        var back = _silentUntil;
        PlanSilence(back);
        return back;
    }

    private void PlanSilence(DateTimeOffset from)
    {
        if (_device.Temper is Temper.Steady || HasLeft)
        {
            return;
        }

        // Late from one and a half intervals on, lost from three: a pause is long enough to be noticed and short enough to see its end.
        _silentFrom = from + (_device.Interval * _random.Between(2, 14));
        _silentUntil = _device.Temper is Temper.Leaver
            ? DateTimeOffset.MaxValue
            : _silentFrom + (_device.Interval * _random.Between(2, 7));
    }
}
