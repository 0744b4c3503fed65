using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Devices;

public sealed class GeoPointTests
{
    [Theory]
    [InlineData(116.4, 39.9, true)]
    [InlineData(-180, 90, true)]
    [InlineData(180.1, 0, false)]
    [InlineData(39.9, 116.4, false)]
    [InlineData(double.NaN, 0, false)]
    [InlineData(0, double.NegativeInfinity, false)]
    public void TryCreate_OfAPair_AcceptsOnlyPlacesOnTheGlobe(double longitude, double latitude, bool expected)
    {
        Assert.Equal(expected, GeoPoint.TryCreate(longitude, latitude, out var point));
        Assert.Equal(expected ? new GeoPoint(longitude, latitude) : default, point);
    }
}
