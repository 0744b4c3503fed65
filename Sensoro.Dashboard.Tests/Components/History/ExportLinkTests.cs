using Sensoro.Dashboard.Components.History;

namespace Sensoro.Dashboard.Tests.Components.History;

public sealed class ExportLinkTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Link_NamesEachDeviceAndMetricOnceAndEscapesThem()
    {
        var link = ExportLink.Of([new("A&b", "temperature"), new("A&b", "humidity"), new("C", "humidity")], new HistoryView(), Noon, TimeZoneInfo.Utc);

        Assert.Equal("/exports?sn=A%26b&sn=C&metric=temperature&metric=humidity&from=2026-11-22T12%3A00%3A00Z&to=2026-11-23T12%3A00%3A01Z", link);
    }

    [Fact]
    public void Link_OfAMonth_EndsWithItsLastMidnight()
    {
        var link = ExportLink.Of([new("A", "m")], new HistoryView { Window = TimeWindow.Read("last-month", null, null) }, Noon, TimeZoneInfo.Utc);

        Assert.EndsWith("&from=2026-10-01T00%3A00%3A00Z&to=2026-11-01T00%3A00%3A00Z", link, StringComparison.Ordinal);
    }

    [Fact]
    public void Link_OfNothingOrOfARangeThatCannotBe_IsNone()
    {
        Assert.Null(ExportLink.Of([], new HistoryView(), Noon, TimeZoneInfo.Utc));
        Assert.Null(ExportLink.Of([new("A", "m")], new HistoryView { Window = TimeWindow.Between(Noon, Noon) }, Noon, TimeZoneInfo.Utc));
    }
}
