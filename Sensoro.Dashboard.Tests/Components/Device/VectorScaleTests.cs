using Sensoro.Dashboard.Components.Device;
using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Tests.Components.Device;

public sealed class VectorScaleTests
{
    [Theory]
    [InlineData(0.012, -0.031, 0.998, 1.2)]
    [InlineData(21.4, -8.6, -38.2, 50)]
    [InlineData(0, 0, 0, 1)]
    [InlineData(0, 980, 0, 1200)]
    public void VectorScale_ThreeParts_ShareOneRoundEndBeyondTheLongest(double x, double y, double z, double end)
    {
        var scale = VectorScale.Of(MetricValue.Vector(x, y, z));

        Assert.Equal(end, scale.End, 6);
        Assert.Equal(Math.Sqrt((x * x) + (y * y) + (z * z)), scale.Magnitude, 9);
    }

    [Fact]
    public void VectorScale_NegativePart_GrowsToTheLeftOfTheMiddle()
    {
        var scale = VectorScale.Of(MetricValue.Vector(2, -1, 0));

        Assert.Equal((50, 40), scale.Bar(2));
        Assert.Equal((30, 20), scale.Bar(-1));
        Assert.Equal((50, 0), scale.Bar(0));
    }
}
