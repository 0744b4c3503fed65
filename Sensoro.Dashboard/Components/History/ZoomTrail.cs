namespace Sensoro.Dashboard.Components.History;

/// <summary>The way into a picture by dragging, so that a double-click leads back the same way.</summary>
public sealed class ZoomTrail
{
    private readonly Stack<TimeWindow> _wider = [];
    private TimeWindow? _shown;
    private TimeWindow? _expected;

    /// <summary>
    /// Told of every span that is shown: one that was not zoomed to begins a new way. The span from which somebody zooms is shown once
    /// more before the address has changed, and that is no news.
    /// </summary>
    public void Follow(TimeWindow window)
    {
        if (window == _shown)
        {
            return;
        }

        if (window != _expected)
        {
            _wider.Clear();
        }

        _shown = window;
    }

    public TimeWindow In(TimeWindow shown, DateTimeOffset from, DateTimeOffset to)
    {
        _wider.Push(shown);
        return _expected = TimeWindow.Between(from, to);
    }

    /// <summary>Back to where the zoom began; from there to twice as much.</summary>
    public TimeWindow Out(TimeWindow shown, DateTimeOffset now, TimeZoneInfo zone) =>
        _expected = _wider.TryPop(out var wider) ? wider : shown.Widen(now, zone);
}
