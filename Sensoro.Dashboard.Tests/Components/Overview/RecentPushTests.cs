using Sensoro.Dashboard.Components.Overview;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Tests.Components.Overview;

public sealed class RecentPushTests
{
    [Fact]
    public void Of_Device_SaysWhatCameWithItsNewestPushOnly()
    {
        var device = Sample.Device("A", 9, null, ("temperature", MetricValue.Number(4.1), TimeSpan.Zero));
        var earlier = new LatestValue("humidity", MetricValue.Number(50), Sample.Noon, Sample.Noon, MessageId: 8);

        var push = RecentPush.Of(device with { Latest = [.. device.Latest, earlier] });

        Assert.Equal(["temperature"], push.Values.Select(value => value.Metric), StringComparer.Ordinal);
    }

    [Fact]
    public void Of_PositionVectorAndTamperBesideAMeasurement_LeavesThemOut()
    {
        var device = Sample.Device(
            "A", 9, null,
            ("installed", MetricValue.State(active: false), TimeSpan.Zero),
            ("lonlat", MetricValue.Position(121, 31), TimeSpan.Zero),
            ("gyro", MetricValue.Vector(1, 2, 3), TimeSpan.Zero),
            ("light", MetricValue.Number(0), TimeSpan.Zero));

        Assert.Equal(["light"], RecentPush.Of(device).Values.Select(value => value.Metric), StringComparer.Ordinal);
    }

    [Fact]
    public void Of_NothingButAPosition_SaysThePosition()
    {
        var device = Sample.Device("A", 9, null, ("lonlat", MetricValue.Position(121, 31), TimeSpan.Zero));

        Assert.Equal(["lonlat"], RecentPush.Of(device).Values.Select(value => value.Metric), StringComparer.Ordinal);
    }

    [Fact]
    public void Of_TakenOffItsMount_SaysSo()
    {
        var device = Sample.Device("A", 9, null, ("installed", MetricValue.State(active: true), TimeSpan.Zero), ("light", MetricValue.Number(3), TimeSpan.Zero));

        Assert.Equal(["installed", "light"], RecentPush.Of(device).Values.Select(value => value.Metric), StringComparer.Ordinal);
    }
}
