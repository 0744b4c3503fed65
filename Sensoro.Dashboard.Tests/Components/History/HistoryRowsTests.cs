using Sensoro.Dashboard.Components.Charts;
using Sensoro.Dashboard.Components.History;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Tests.Components.History;

public sealed class HistoryRowsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Rows_OfSeveralSeries_AreNewestFirstAndThenInTheOrderOfTheLines()
    {
        var rows = HistoryRows.Of([Line("A", "humidity"), Line("B", "temperature")], [Series("B", "temperature", 0, 1), Series("A", "humidity", 1, 2)]);

        Assert.Equal(["A 2", "A 1", "B 1", "B 0"], rows.Shown.Select(row => $"{row.Series.Sn} {row.Point.Value}"), StringComparer.Ordinal);
    }

    [Fact]
    public void Turn_StaysWithinThePages()
    {
        var rows = HistoryRows.Of([Line("A", "temperature")], [Series("A", "temperature", [.. Enumerable.Range(0, 250)])]);

        rows.Turn(-1);
        Assert.Equal((1, 100, false, true), (rows.First, rows.Last, rows.HasNewer, rows.HasOlder));
        rows.Turn(9);
        Assert.Equal((201, 250, true, false), (rows.First, rows.Last, rows.HasNewer, rows.HasOlder));
        Assert.Equal(50, rows.Shown.Count());
    }

    private static ChartSeries Line(string sn, string metric) => new(metric, metric, null, 1, 1) { Sn = sn };

    private static ReadingSeries Series(string sn, string metric, params int[] minutes) =>
        new(new(sn, metric), Resolution.Raw, [.. minutes.Select(minute => new SeriesPoint(Noon.AddMinutes(minute), minute, minute, minute, 1))]);
}
