namespace Sensoro.Domain.Readings;

/// <summary>Makes intervals of reports that say on or off. Reports are added oldest first; what lies before the span or after it is cut off.</summary>
/// <param name="range">The span.</param>
/// <param name="interval">How often the device reports: so long a state is believed after the last report before a gap.</param>
/// <param name="lostAfter">A longer silence is a gap.</param>
public sealed class StateTimeline(TimeRange range, TimeSpan interval, TimeSpan lostAfter)
{
    private readonly List<StateInterval> _intervals = [];
    private bool _isOpen;
    private bool? _active;
    private int _changes;
    private DateTimeOffset _first;
    private DateTimeOffset _last;

    /// <summary>One report.</summary>
    public void Add(DateTimeOffset at, bool active) => Add(at, at, active);

    /// <summary>Reports that all say the same, without a gap between them.</summary>
    /// <param name="first">The first report.</param>
    /// <param name="last">The last one.</param>
    /// <param name="active">What they say; null when they change their mind in a way that cannot be told any more.</param>
    /// <param name="changes">In that case how often at least.</param>
    public void Add(DateTimeOffset first, DateTimeOffset last, bool? active, int changes = 0)
    {
        if (_isOpen && first - _last <= lostAfter && _active == active)
        {
            (_last, _changes) = (last, _changes + changes);
            return;
        }

        if (_isOpen)
        {
            Close(first);
        }

        (_isOpen, _active, _changes, _first, _last) = (true, active, changes, first, last);
    }

    /// <summary>The intervals, oldest first.</summary>
    /// <param name="now">The present: nothing is known of what comes after it.</param>
    public IReadOnlyList<StateInterval> Finish(DateTimeOffset now)
    {
        if (_isOpen)
        {
            Close(range.To < now ? range.To : now);
            _isOpen = false;
        }

        return _intervals;
    }

    private void Close(DateTimeOffset next)
    {
        // A last report from a clock that is ahead lies after the present: it holds for itself.
        var end = next - _last > lostAfter ? _last + interval : next > _last ? next : _last;
        var (from, to) = (_first > range.From ? _first : range.From, end < range.To ? end : range.To);
        if (from < to)
        {
            _intervals.Add(new StateInterval(from, to, _active, _changes));
        }
    }
}
