using Sensoro.Simulator.Physics;

namespace Sensoro.Dashboard.Tests.Simulator.Physics;

public sealed class DriftTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(3_600)]
    public void Drift_AnyStep_KeepsItsDeviation(int seconds)
    {
        var drift = new Drift(new SeededRandom(3), 2, TimeSpan.FromMinutes(5));
        double[] values = [.. Enumerable.Range(0, 50_000).Select(step => drift.At(SampleFleet.Start.AddSeconds((double)step * seconds)))];

        Assert.Equal(2, Math.Sqrt(values.Average(static value => value * value)), 0.2);
    }

    [Fact]
    public void Drift_ShortStep_StaysCloseToWhereItWas()
    {
        var drift = new Drift(new SeededRandom(3), 2, TimeSpan.FromHours(12));
        var previous = drift.At(SampleFleet.Start);
        for (var step = 1; step < 1_000; step++)
        {
            var value = drift.At(SampleFleet.Start.AddSeconds(10 * step));
            Assert.InRange(Math.Abs(value - previous), 0, 0.3);
            previous = value;
        }
    }
}
