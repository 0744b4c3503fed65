using FsCheck.Xunit;
using Sensoro.Simulator.Bench.Queries;

namespace Sensoro.Dashboard.Tests.Simulator.Bench;

public sealed class HistoryPlanTests
{
    [Theory]
    [InlineData(10_000_000, 22)]
    [InlineData(50_000_000, 117)]
    public void For_ManyReadings_GivesSomeDevicesAYear(long readings, int deep)
    {
        var plan = HistoryPlan.For(readings, 100_000);

        Assert.Equal(deep, plan.Deep);
        Assert.Equal(365, plan.Length.TotalDays, 0.1);
        Assert.InRange(plan.Readings, readings * 0.95, readings);
    }

    [Property]
    public void For_AnySize_StaysWithinIt(uint readings, ushort devices)
    {
        var plan = HistoryPlan.For(1_000 + (readings % 100_000_000), 60 + devices);

        Assert.InRange(plan.Deep, 1, plan.Devices);
        Assert.True(plan.Points >= 1);
        Assert.True(plan.Readings <= Math.Max(1_000 + (readings % 100_000_000), 4L * plan.Devices));
    }
}
