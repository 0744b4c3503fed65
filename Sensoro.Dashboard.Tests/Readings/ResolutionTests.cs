using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Tests.Readings;

public sealed class ResolutionTests
{
    [Theory]
    [InlineData("raw", "raw")]
    [InlineData("hour", "PT1H")]
    [InlineData("PT5M", "PT5M")]
    [InlineData("P1DT12H", "P1DT12H")]
    [InlineData("day", "day Etc/UTC")]
    [InlineData("month", "month Etc/UTC")]
    public void Resolution_ThatIsWellWritten_IsRead(string text, string read)
    {
        Assert.True(Resolution.TryParse(text, TimeZoneInfo.FindSystemTimeZoneById("Etc/UTC"), out var resolution));
        Assert.Equal(read, resolution.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RAW")]
    [InlineData("5 minutes")]
    [InlineData("PT0S")]
    [InlineData("PT0.5S")]
    [InlineData("-PT5M")]
    [InlineData("P1M")]
    [InlineData("P1Y")]
    [InlineData("P99999999999D")]
    [InlineData("P30000D")]
    public void Resolution_ThatIsNot_IsRefused(string? text) => Assert.False(Resolution.TryParse(text, TimeZoneInfo.Utc, out _));

    [Theory]
    [InlineData("Asia/Shanghai", true)]
    [InlineData("America/Argentina/Buenos_Aires", true)]
    [InlineData("Etc/GMT+5", true)]
    [InlineData("Asia/Atlantis", false)]
    [InlineData("../zone.tab", false)]
    [InlineData("/dev/zero", false)]
    [InlineData("Asia/../../../dev/zero", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Zone_IsFoundByItsNameAlone(string? id, bool found) => Assert.Equal(found, TimeZones.TryFind(id, out _));
}
