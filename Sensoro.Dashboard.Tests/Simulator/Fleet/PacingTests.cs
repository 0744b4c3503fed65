using Sensoro.Simulator.Fleet;

namespace Sensoro.Dashboard.Tests.Simulator.Fleet;

public sealed class PacingTests
{
    [Theory]
    [InlineData(200, 5)]
    [InlineData(37, 2)]
    [InlineData(1_000, 2_000)]
    [InlineData(10_000, 33)]
    public void Intervals_WholeFleet_MeetsTheRate(int devices, double rate)
    {
        double[] paces = [.. Enumerable.Range(0, devices).Select(static index => 0.5 + (index % 4 * 0.5))];

        var intervals = Pacing.Intervals(paces, rate);

        Assert.Equal(rate, intervals.Sum(static interval => 1 / interval.TotalSeconds), rate * 0.01);
    }

    [Fact]
    public void Intervals_TenSecondsAndMore_AreWholeSeconds() =>
        Assert.All(Pacing.Intervals([1, 1, 1, 2, 2], 0.13), static interval => Assert.Equal(0, interval.Ticks % TimeSpan.TicksPerSecond));

    [Fact]
    public void Intervals_SlowerPace_LongerInterval()
    {
        var intervals = Pacing.Intervals([1, 2], 0.05);

        Assert.Equal(2, intervals[1] / intervals[0], 0.1);
    }
}
