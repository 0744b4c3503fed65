using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Tests.Devices;

public sealed class SeverityRuleTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeMilliseconds(1_760_000_000_000);

    [Theory]
    [InlineData("smoke", true, AlarmSeverity.Alarm)]
    [InlineData("door", true, AlarmSeverity.Alarm)]
    [InlineData("installed", true, AlarmSeverity.Malfunction)]
    [InlineData("smoke", false, AlarmSeverity.None)]
    [InlineData("installed", false, AlarmSeverity.None)]
    public void Of_AState_DependsOnTheMetric(string metric, bool active, AlarmSeverity expected) =>
        Assert.Equal(expected, SeverityRule.Of(MetricCatalogue.Find(metric), MetricValue.State(active)));

    [Fact]
    public void Of_AnythingButAState_IsNone()
    {
        Assert.Equal(AlarmSeverity.None, SeverityRule.Of(MetricCatalogue.Find("ch4"), MetricValue.Number(12_400)));
        Assert.Equal(AlarmSeverity.None, SeverityRule.Of(MetricCatalogue.Find("magnetic"), MetricValue.Flag(true)));
        Assert.Equal(AlarmSeverity.None, SeverityRule.Of(null, MetricValue.Flag(true)));
    }

    [Fact]
    public void Worst_OfSeveralValues_IsTheMostUrgent()
    {
        var tamper = Latest("installed", MetricValue.State(true));
        var calm = Latest("smoke", MetricValue.State(false));
        var flood = Latest("level", MetricValue.State(true, 1));

        Assert.Equal(AlarmSeverity.None, SeverityRule.Worst([]));
        Assert.Equal(AlarmSeverity.None, SeverityRule.Worst([calm, Latest("battery", MetricValue.Number(1))]));
        Assert.Equal(AlarmSeverity.Malfunction, SeverityRule.Worst([calm, tamper]));
        Assert.Equal(AlarmSeverity.Alarm, SeverityRule.Worst([flood, tamper, calm]));
    }

    private static LatestValue Latest(string metric, MetricValue value) => new(metric, value, At, At, 1);
}
