using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Charts;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>What the lines of the chart come to: lowest, average, highest and last. Counted when the span is chosen, not with every push.</summary>
public sealed partial class HistorySummary
{
    private Dictionary<string, MetricRange> _ranges = [];

    [Inject]
    public required SeriesQueries Queries { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter, EditorRequired]
    public required DeviceSnapshot Device { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<ChartSeries> Series { get; set; } = [];

    [Parameter, EditorRequired]
    public TimeSpan Span { get; set; }

    protected override Task OnInitializedAsync() => LoadRangesAsync();

    private static string Figure(ChartSeries series, double? value) => value is not { } number ? "—"
        : string.IsNullOrEmpty(series.Unit) ? MetricText.Number(number, series.Decimals, CultureInfo.CurrentCulture)
        : $"{MetricText.Number(number, series.Decimals, CultureInfo.CurrentCulture)} {series.Unit}";

    private Task LoadRangesAsync() => LoadAsync(async gone =>
    {
        var now = Time.GetUtcNow();
        var ranges = await Queries.RangesAsync(Device.Sn, now - Span, now, gone);
        _ranges = ranges.ToDictionary(static range => range.Metric, StringComparer.Ordinal);
    });
}
