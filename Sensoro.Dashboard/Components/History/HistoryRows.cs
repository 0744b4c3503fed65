using Sensoro.Dashboard.Components.Charts;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.History;

/// <summary>The points of all series in one list, newest first, a page at a time.</summary>
internal sealed class HistoryRows
{
    public const int PageSize = 100;

    private readonly IReadOnlyList<HistoryRow> _all;

    private HistoryRows(IReadOnlyList<HistoryRow> all, Resolution resolution)
    {
        _all = all;
        Resolution = resolution;
    }

    public static HistoryRows None { get; } = new([], Resolution.Raw);

    public Resolution Resolution { get; }

    public int Total => _all.Count;

    /// <summary>From 0.</summary>
    public int Page { get; private set; }

    public bool HasNewer => Page > 0;

    public bool HasOlder => (Page + 1) * PageSize < Total;

    public int First => Total == 0 ? 0 : (Page * PageSize) + 1;

    public int Last => Math.Min(Total, (Page + 1) * PageSize);

    public IEnumerable<HistoryRow> Shown => _all.Skip(Page * PageSize).Take(PageSize);

    public static HistoryRows Of(IReadOnlyList<ChartSeries> series, IReadOnlyList<ReadingSeries> found)
    {
        var byKey = found.ToDictionary(static one => one.Key);
        var rows = series.SelectMany((one, place) => byKey.TryGetValue(new SeriesKey(one.Sn, one.Metric), out var points)
                ? points.Points.Select(point => (Place: place, Row: new HistoryRow(one, point)))
                : [])
            .OrderByDescending(static entry => entry.Row.Point.At).ThenBy(static entry => entry.Place).Select(static entry => entry.Row);
        return new HistoryRows([.. rows], found.Count > 0 ? found[0].Resolution : Resolution.Raw);
    }

    public void Turn(int pages) => Page = Math.Clamp(Page + pages, 0, Math.Max(0, (Total - 1) / PageSize));
}
