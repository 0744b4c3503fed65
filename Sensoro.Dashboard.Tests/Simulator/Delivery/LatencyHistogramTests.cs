using Sensoro.Simulator.Delivery;

namespace Sensoro.Dashboard.Tests.Simulator.Delivery;

public sealed class LatencyHistogramTests
{
    [Theory]
    [InlineData(50, 500)]
    [InlineData(90, 900)]
    [InlineData(99, 990)]
    public void Percentile_ThousandAnswers_IsRightToThreePercent(double percent, double milliseconds)
    {
        var histogram = new LatencyHistogram();
        for (var latency = 1; latency <= 1_000; latency++)
        {
            histogram.Add(TimeSpan.FromMilliseconds(latency));
        }

        Assert.InRange(histogram.Percentile(percent).TotalMilliseconds, milliseconds, milliseconds * 1.035);
        Assert.Equal(TimeSpan.FromMilliseconds(1_000), histogram.Longest);
        Assert.Equal(1_000, histogram.Count);
    }

    [Fact]
    public void Percentile_NoAnswer_IsZero() => Assert.Equal(TimeSpan.Zero, new LatencyHistogram().Percentile(99));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(1_023)]
    [InlineData(1_024)]
    [InlineData(3_600_000_000)]
    [InlineData(864_000_000_000)]
    public void Percentile_OneAnswer_IsThatAnswer(long microseconds)
    {
        var histogram = new LatencyHistogram();

        histogram.Add(TimeSpan.FromMicroseconds(microseconds));

        Assert.Equal(TimeSpan.FromMicroseconds(microseconds), histogram.Percentile(50));
    }

    [Fact]
    public void Percentile_RareSlowAnswer_ShowsOnlyAtTheTop()
    {
        var histogram = new LatencyHistogram();
        for (var answer = 0; answer < 999; answer++)
        {
            histogram.Add(TimeSpan.FromMicroseconds(100));
        }

        histogram.Add(TimeSpan.FromSeconds(8));

        Assert.InRange(histogram.Percentile(99).TotalMicroseconds, 100, 104);
        Assert.Equal(8, histogram.Percentile(100).TotalSeconds);
    }
}
