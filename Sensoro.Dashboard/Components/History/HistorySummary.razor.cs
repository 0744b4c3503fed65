using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Charts;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.History;

/// <summary>What the lines of the chart come to: lowest, average, highest and last. Counted when the span is chosen, not with every push.</summary>
public sealed partial class HistorySummary
{
    private Dictionary<SeriesKey, SummaryLine> _lines = [];
    private string _loaded = "";

    [Inject]
    public required SeriesQueries Queries { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<ChartSeries> Series { get; set; } = [];

    [Parameter, EditorRequired]
    public TimeRange Range { get; set; }

    private string Wanted => string.Join('\n', [.. Series.Select(static one => one.Sn + "\t" + one.Metric), Range.ToString()]);

    protected override Task OnParametersSetAsync() => Wanted == _loaded ? Task.CompletedTask : LoadLinesAsync();

    private static string Figure(ChartSeries series, double? value) => value is not { } number ? "—"
        : string.IsNullOrEmpty(series.Unit) ? MetricText.Number(number, series.Decimals, CultureInfo.CurrentCulture)
        : $"{MetricText.Number(number, series.Decimals, CultureInfo.CurrentCulture)} {series.Unit}";

    private Task LoadLinesAsync() => LoadAsync(async gone =>
    {
        var wanted = _loaded = Wanted;
        var lines = new Dictionary<SeriesKey, SummaryLine>();
        foreach (var device in Series.GroupBy(static one => one.Sn, StringComparer.Ordinal).ToList())
        {
            var ranges = (await Queries.RangesAsync(device.Key, Range.From, Range.To, gone)).ToDictionary(static one => one.Metric, StringComparer.Ordinal);
            foreach (var one in device.Where(one => ranges.ContainsKey(one.Metric)))
            {
                var key = new SeriesKey(one.Sn, one.Metric);
                lines[key] = new SummaryLine(ranges[one.Metric], await LastReading.FindAsync(Queries, key, Range, Time.GetUtcNow(), gone));
            }
        }

        if (wanted == _loaded)
        {
            _lines = lines;
        }
    });
}
