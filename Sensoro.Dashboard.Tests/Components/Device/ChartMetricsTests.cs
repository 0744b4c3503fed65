using System.Globalization;
using Sensoro.Dashboard.Components.Charts;
using Sensoro.Dashboard.Components.Device;
using Sensoro.Domain.Devices;
using static Sensoro.Dashboard.Tests.Components.Device.SampleDevice;

namespace Sensoro.Dashboard.Tests.Components.Device;

public sealed class ChartMetricsTests
{
    [Fact]
    public void ChartMetrics_Main_LeavesOutBatteryAndInterval()
    {
        var metrics = Metrics(Number("battery", 80), Number("interval", 60), Number("temperature", 20), Number("humidity", 40));

        Assert.Equal(["temperature", "humidity"], Keys(metrics.Main()));
        Assert.Equal(["temperature", "humidity", "battery", "interval"], Keys(metrics.All));
    }

    [Fact]
    public void ChartMetrics_Main_ShowsAtMostFourLinesOfTwoUnits()
    {
        var metrics = Metrics(Number("temperature", 20), Number("humidity", 40), Number("light", 300), Number("temp1", 21), Number("t1_val", 22), Number("t2_val", 23));

        Assert.Equal(["temperature", "humidity", "temp1", "t1_val"], Keys(metrics.Main()));
    }

    [Fact]
    public void ChartMetrics_DeviceThatMeasuresNothing_HasNoMainChartButAHistory()
    {
        var metrics = Metrics(Number("battery", 80));

        Assert.Empty(metrics.Main());
        Assert.Equal(["battery"], Keys(metrics.Chosen(null)));
    }

    [Fact]
    public void ChartMetrics_NamesOfAnAddress_AreTheLinesThatExistAndFit()
    {
        var metrics = Metrics(Number("temperature", 20), Number("humidity", 40), Number("light", 300), Number("strange,name", 1));

        Assert.Equal(["humidity", "strange,name"], Keys(metrics.Chosen(["strange,name", "humidity", "nothing"])));
        Assert.Equal(["temperature", "humidity"], Keys(metrics.Chosen(["temperature", "humidity", "light"])));
        Assert.Equal(["temperature", "humidity"], Keys(metrics.Chosen(["nothing"])));
    }

    [Fact]
    public void ChartMetrics_ColourOfAMetric_DoesNotDependOnWhatElseIsShown()
    {
        var one = Metrics(Number("humidity", 40));
        var many = Metrics(Number("temperature", 20), Number("humidity", 40), Number("light", 300));

        Assert.Equal(one.All[0].Color, many.All.Single(series => series.Metric == "humidity").Color);
    }

    [Fact]
    public void ChartMetrics_ManyMetrics_ShareNoColourBeforeAllAreUsed()
    {
        var metrics = Metrics(
            Number("temperature", 1), Number("no2", 1), Number("humidity", 1), Number("co", 1), Number("so2", 1), Number("unknown_a", 1), Number("unknown_b", 1), Number("battery", 1), Number("interval", 1));

        Assert.Equal(8, metrics.All.Take(8).Select(series => series.Color).Distinct().Count());
        Assert.All(metrics.All, series => Assert.InRange(series.Color, 1, 8));
    }

    [Fact]
    public void ChartMetrics_Fits_CountsUnitsAndLines()
    {
        IReadOnlyList<ChartSeries> shown = [Line("°C"), Line("%RH")];

        Assert.True(ChartMetrics.Fits(shown, Line("°C")));
        Assert.False(ChartMetrics.Fits(shown, Line("lx")));
        Assert.True(ChartMetrics.Fits([.. Enumerable.Repeat(Line("°C"), 11)], Line("°C")));
        Assert.False(ChartMetrics.Fits([.. Enumerable.Repeat(Line("°C"), 12)], Line("°C")));
    }

    private static ChartSeries Line(string unit) => new("m", "M", unit, 1, 1);

    private static ChartMetrics Metrics(params LatestValue[] latest) => ChartMetrics.Of(Of("A", latest: latest), CultureInfo.GetCultureInfo("en"));

    private static string[] Keys(IEnumerable<ChartSeries> series) => [.. series.Select(one => one.Metric)];
}
