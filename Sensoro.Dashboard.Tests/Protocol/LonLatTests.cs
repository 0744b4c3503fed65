using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Tests.Protocol;

public sealed class LonLatTests
{
    [Theory]
    [InlineData("[116.482545,39.989612]", 116.482545, 39.989612)]
    [InlineData("""["116.482545"," 39.989612 "]""", 116.482545, 39.989612)]
    [InlineData("[-180,-90]", -180, -90)]
    [InlineData("[180,90]", 180, 90)]
    [InlineData("[200.5,10]", -159.5, 10)]
    [InlineData("[359,10]", -1, 10)]
    public void LonLat_OfAPair_IsAPosition(string json, double longitude, double latitude) =>
        Assert.Equal(MetricValue.Position(longitude, latitude), ReadingOf.Value("lonlat", json));

    [Theory]
    [InlineData("[]")]
    [InlineData("[0,0]")]
    [InlineData("[0.0,-0]")]
    [InlineData("[116.4,0]")]
    [InlineData("[0,39.9]")]
    [InlineData("""["0","0"]""")]
    [InlineData("[null,null]")]
    [InlineData("[116.4,null]")]
    public void LonLat_WithoutAPlace_IsNoFix(string json) => Assert.Equal(MetricValue.NoFix, ReadingOf.Value("lonlat", json));

    [Theory]
    [InlineData("[39.98,116.48]")]
    [InlineData("[361,10]")]
    [InlineData("[-180.5,10]")]
    [InlineData("[10,-90.5]")]
    [InlineData("[1e400,10]")]
    [InlineData("[116.4]")]
    [InlineData("[1,2,3]")]
    [InlineData("[null,null,null]")]
    [InlineData("[true,10]")]
    [InlineData("[[116.4],39.9]")]
    [InlineData("""["east",39.9]""")]
    [InlineData("""["","39.9"]""")]
    [InlineData("""{"lon":116.4,"lat":39.9}""")]
    [InlineData("\"116.4,39.9\"")]
    [InlineData("116.4")]
    [InlineData("false")]
    public void LonLat_OfAnythingElse_IsInvalidAndNeverSwapped(string json) =>
        Assert.Equal(MetricValue.Invalid, ReadingOf.Value("lonlat", json));

    [Fact]
    public void LonLat_OfNull_IsAbsent() => Assert.Empty(ReadingOf.Readings("""{"lonlat":null}""").Measurements);

    [Fact]
    public void LonLat_BesideOtherReadings_LeavesThemReadable()
    {
        var readings = ReadingOf.Readings("""{"lonlat":[[1,[2]],{"a":3}],"battery":55}""").Measurements;

        Assert.Equal([MetricValue.Invalid, MetricValue.Number(55)], readings.Select(reading => reading.Value));
    }
}
