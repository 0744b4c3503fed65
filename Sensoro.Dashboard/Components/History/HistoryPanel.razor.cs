using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Charts;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.History;

/// <summary>Shows series over the span that the page's address names, and tells the page when somebody zooms.</summary>
public sealed partial class HistoryPanel
{
    private readonly ZoomTrail _trail = new();
    private TimeWindow? _resolved;
    private TimeRange _range;
    private ChartSpan _span = ChartSpan.Day;
    private string? _fault;

    /// <summary>What the chart has room for; the table tells the same points.</summary>
    private int _points = SeriesRequest.DefaultPoints;

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<ChartSeries> Series { get; set; } = [];

    [Parameter, EditorRequired]
    public IReadOnlyList<ChartState> States { get; set; } = [];

    [Parameter, EditorRequired]
    public required HistoryView View { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<HistoryView> OnChange { get; set; }

    /// <summary>The choice of what is shown.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    protected override void OnParametersSet()
    {
        _trail.Follow(View.Window);

        // Resolved once: the table and the summary stay what they are until another span is chosen.
        if (_resolved == View.Window)
        {
            return;
        }

        _resolved = View.Window;
        var (now, zone) = (Time.GetUtcNow(), Time.LocalTimeZone);
        _fault = WindowFault.Key(View.Window, now, zone);
        if (_fault is null && View.Window.TryResolve(now, zone, out var range) == TimeRangeFault.None)
        {
            _range = CalendarPeriod.Shown(range, zone);
            _span = new ChartSpan(View.Window.Preset?.Length, _range, BeforeOf(now, zone));
        }
    }

    private TimeRange? BeforeOf(DateTimeOffset now, TimeZoneInfo zone) =>
        View.Window.Step(-1, now, zone) is { } before && before.TryResolve(now, zone, out var range) == TimeRangeFault.None ? CalendarPeriod.Shown(range, zone) : null;

    private Task ZoomInAsync((DateTimeOffset From, DateTimeOffset To) range) => OnChange.InvokeAsync(View with { Window = _trail.In(View.Window, range.From, range.To) });

    private Task ZoomOutAsync() => OnChange.InvokeAsync(View with { Window = _trail.Out(View.Window, Time.GetUtcNow(), Time.LocalTimeZone) });
}
