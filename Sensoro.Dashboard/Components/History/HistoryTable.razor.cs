using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Charts;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.History;

/// <summary>What the chart shows, in figures: for those who cannot see it or want to read a value off. The same questions, so the same numbers.</summary>
public sealed partial class HistoryTable
{
    private const int MaxStretches = 100;

    private HistoryRows _rows = HistoryRows.None;
    private IReadOnlyList<(ChartState State, StateInterval Stretch)> _stretches = [];
    private SeriesFault _fault;
    private string _loaded = "";

    [Inject]
    public required SeriesQueries Queries { get; set; }

    [Inject]
    public required StateQueries StateQueries { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<ChartSeries> Series { get; set; } = [];

    [Parameter, EditorRequired]
    public IReadOnlyList<ChartState> States { get; set; } = [];

    [Parameter, EditorRequired]
    public TimeRange Range { get; set; }

    /// <summary>Budget of points for each series.</summary>
    [Parameter]
    public int Points { get; set; } = SeriesRequest.DefaultPoints;

    [Parameter]
    public Resolution? Resolution { get; set; }

    private string Wanted => string.Join('\n', [.. Series.Select(static one => one.Sn + "\t" + one.Metric), .. States.Select(static one => one.Sn + "\t" + one.Metric), Range.ToString(), Points.ToString(CultureInfo.InvariantCulture), Resolution?.ToString() ?? ""]);

    private string ResolutionText => _rows.Resolution.Kind switch
    {
        ResolutionKind.Raw => Texts["EveryReading"],
        ResolutionKind.Fixed => Texts["Averages", Durations.Interval(_rows.Resolution.Width, CultureInfo.CurrentUICulture)],
        ResolutionKind.Day => Texts["Daily"],
        ResolutionKind.Month => Texts["Monthly"],
    };

    protected override Task OnParametersSetAsync() => Wanted == _loaded ? Task.CompletedTask : LoadRowsAsync();

    private static string Count(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private static string Number(ChartSeries series, double value)
    {
        var figure = MetricText.Number(value, series.Decimals, CultureInfo.CurrentCulture);
        return string.IsNullOrEmpty(series.Unit) ? figure : $"{figure} {series.Unit}";
    }

    private Task LoadRowsAsync() => LoadAsync(async gone =>
    {
        var wanted = _loaded = Wanted;
        var answer = Series.Count == 0
            ? new SeriesAnswer([])
            : await Queries.ReadAsync(new SeriesRequest { Keys = [.. Series.Select(static one => new SeriesKey(one.Sn, one.Metric))], Range = Range.ThroughEnd, Points = Points, Resolution = Resolution }, gone);
        var states = States.Count == 0
            ? []
            : await StateQueries.ReadAsync(new StateRequest { Keys = [.. States.Select(static one => new SeriesKey(one.Sn, one.Metric))], Range = Range.ThroughEnd, Intervals = MaxStretches }, gone);

        // Another span may have been chosen meanwhile: its answer is on its way.
        if (wanted == _loaded)
        {
            (_rows, _fault) = (HistoryRows.Of(Series, answer.Series), answer.Fault);
            _stretches = [.. Stretches(states).OrderByDescending(static entry => entry.Stretch.From).Take(MaxStretches)];
        }
    });

    private IEnumerable<(ChartState State, StateInterval Stretch)> Stretches(IReadOnlyList<StateSeries> found) =>
        States.SelectMany(state => found.Where(one => one.Key == new SeriesKey(state.Sn, state.Metric)).SelectMany(static one => one.Intervals).Select(stretch => (state, stretch)));

    private string TimeText(SeriesPoint point) => _rows.Resolution.Kind switch
    {
        ResolutionKind.Day or ResolutionKind.Month => LocalDate(point.At),
        _ => MomentText(point.At),
    };

    private string MomentText(DateTimeOffset at) => LocalTime.DayAndClock(at, Time);

    private string LocalDate(DateTimeOffset at) => _rows.Resolution.Kind == ResolutionKind.Month
        ? TimeZoneInfo.ConvertTime(at, Time.LocalTimeZone).ToString("Y", CultureInfo.CurrentCulture)
        : LocalTime.Day(at, Time);
}
