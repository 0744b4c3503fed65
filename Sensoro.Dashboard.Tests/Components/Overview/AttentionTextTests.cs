using System.Globalization;
using Sensoro.Dashboard.Components.Overview;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Tests.Components.Overview;

public sealed class AttentionTextTests
{
    [Theory]
    [InlineData("smoke", "en", "Smoke")]
    [InlineData("leak", "en", "Water leak")]
    [InlineData("door", "en", "Door: open")]
    [InlineData("installed", "en", "Installed (tamper): removed")]
    [InlineData("smoke", "zh-Hans", "烟感：有烟")]
    [InlineData("installed", "zh-Hans", "安装状态：被拆除")]
    [InlineData("neverHeardOf", "en", "neverHeardOf")]
    public void Of_ActiveState_SaysItInTheCataloguesWordsOnce(string metric, string culture, string expected) =>
        Assert.Equal(expected, AttentionText.Of(Row(metric), new CultureInfo(culture)));

    [Fact]
    public void InSentence_English_BeginsSmall() =>
        Assert.Equal("smoke", AttentionText.InSentence(Row("smoke"), new CultureInfo("en")));

    [Fact]
    public void RowOf_AlarmAndTamper_NamesTheAlarm()
    {
        var device = Sample.Device(
            "A", 1, null,
            ("installed", MetricValue.State(active: true), TimeSpan.FromMinutes(1)),
            ("smoke", MetricValue.State(active: true), TimeSpan.FromMinutes(9)));

        Assert.Equal("smoke", AttentionRow.Of(device)?.Metric);
    }

    private static AttentionRow Row(string metric) =>
        new("SN", null, null, AlarmSeverity.Alarm, metric, MetricValue.State(active: true), Sample.Noon);
}
