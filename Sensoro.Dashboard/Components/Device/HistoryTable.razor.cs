using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Charts;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>What the chart shows, in figures: for those who cannot see it or want to read a value off.</summary>
public sealed partial class HistoryTable
{
    private const int MaxPoints = 50;

    private IReadOnlyList<SeriesPoint> _points = [];
    private Resolution _resolution = Resolution.Raw;

    [Inject]
    public required SeriesQueries Queries { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter, EditorRequired]
    public string Sn { get; set; } = "";

    [Parameter, EditorRequired]
    public required ChartSeries Series { get; set; }

    [Parameter, EditorRequired]
    public TimeSpan Span { get; set; }

    private string ResolutionText => _resolution.IsRaw
        ? Texts["EveryReading"]
        : Texts["Averages", Durations.Interval(_resolution.Width, CultureInfo.CurrentUICulture)];

    protected override Task OnInitializedAsync() => LoadPointsAsync();

    private Task LoadPointsAsync() => LoadAsync(async gone =>
    {
        var now = Time.GetUtcNow();
        if (TimeRange.TryCreate(now - Span, now, now, out var range) == TimeRangeFault.None)
        {
            var found = await Queries.ReadAsync(new SeriesRequest { Keys = [new(Sn, Series.Metric)], Range = range.ThroughEnd, Points = MaxPoints }, gone);
            var series = found.Series is [var only] ? only : new ReadingSeries(new(Sn, Series.Metric), Resolution.Raw, []);
            (_points, _resolution) = ([.. series.Points.Reverse()], series.Resolution);
        }
    });

    private string Number(double value)
    {
        var figure = MetricText.Number(value, Series.Decimals, CultureInfo.CurrentCulture);
        return string.IsNullOrEmpty(Series.Unit) ? figure : $"{figure} {Series.Unit}";
    }
}
