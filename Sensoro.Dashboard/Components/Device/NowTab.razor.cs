using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Charts;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>The latest value of everything the device sends, drawn as what it is.</summary>
public sealed partial class NowTab
{
    private static readonly TimeSpan Span = TimeSpan.FromHours(24);

    /// <summary>A page left open draws its gauges anew this often, because the extremes of the last day move on.</summary>
    private static readonly TimeSpan RangesLast = TimeSpan.FromMinutes(10);

    private DeviceValues _values = DeviceValues.None;
    private IReadOnlyList<ChartSeries> _series = [];
    private Dictionary<string, MetricRange> _ranges = [];
    private DateTimeOffset _rangesAt;

    [Inject]
    public required SeriesQueries Series { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter, EditorRequired]
    public required DeviceSnapshot Device { get; set; }

    /// <summary>A chart draws the lines it was made with: another set is another chart.</summary>
    private string SeriesKey => string.Join('\n', _series.Select(static series => series.Metric));

    protected override async Task OnParametersSetAsync()
    {
        _values = DeviceValues.Of(Device);
        _series = ChartMetrics.Of(Device, CultureInfo.CurrentUICulture).Main();
        if (Time.GetUtcNow() - _rangesAt > RangesLast)
        {
            _rangesAt = Time.GetUtcNow();
            await LoadAsync(LoadRangesAsync);
        }
    }

    private async Task LoadRangesAsync(CancellationToken gone)
    {
        var now = Time.GetUtcNow();
        var ranges = await Series.RangesAsync(Device.Sn, now - Span, now, gone);
        _ranges = ranges.ToDictionary(static range => range.Metric, StringComparer.Ordinal);
    }
}
