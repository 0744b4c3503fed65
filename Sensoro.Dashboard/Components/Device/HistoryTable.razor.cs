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
    private TimeSpan? _bucket;

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

    private string Resolution => _bucket is { } bucket
        ? Texts["Averages", Durations.Interval(bucket, CultureInfo.CurrentUICulture)]
        : Texts["EveryReading"];

    protected override Task OnInitializedAsync() => LoadPointsAsync();

    private Task LoadPointsAsync() => LoadAsync(async gone =>
    {
        var now = Time.GetUtcNow();
        var series = await Queries.ReadAsync(Sn, Series.Metric, now - Span, now, MaxPoints, gone);
        (_points, _bucket) = ([.. series?.Points.Reverse() ?? []], series?.Bucket);
    });

    private string Number(double value)
    {
        var figure = MetricText.Number(value, Series.Decimals, CultureInfo.CurrentCulture);
        return string.IsNullOrEmpty(Series.Unit) ? figure : $"{figure} {Series.Unit}";
    }
}
