using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Devices;

public sealed class GeoPointTextTests
{
    [Theory]
    [InlineData("121.4737, 31.2304", 121.4737, 31.2304)]
    [InlineData("121.4737,31.2304", 121.4737, 31.2304)]
    [InlineData("  121.4737 31.2304 ", 121.4737, 31.2304)]
    [InlineData("121.4737，31.2304", 121.4737, 31.2304)]
    [InlineData("31.2304, 121.4737", 121.4737, 31.2304)]
    [InlineData("121.4737° 31.2304°", 121.4737, 31.2304)]
    [InlineData("-70.66, -33.45", -70.66, -33.45)]
    [InlineData("0, 0", 0, 0)]
    public void TryParse_OfAPlace_ReadsIt(string text, double longitude, double latitude)
    {
        Assert.True(GeoPointText.TryParse(text, out var point));
        Assert.Equal(new GeoPoint(longitude, latitude), point);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("121.4737")]
    [InlineData("121.4737, 31.2304, 5")]
    [InlineData("181, 31")]
    [InlineData("100, 100")]
    [InlineData("NaN, 31")]
    [InlineData("1e400, 31")]
    [InlineData("Shanghai, China")]
    public void TryParse_OfAnythingElse_Refuses(string? text) => Assert.False(GeoPointText.TryParse(text, out _));
}
