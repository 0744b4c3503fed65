using System.Globalization;
using Sensoro.Dashboard.Components.Device;

namespace Sensoro.Dashboard.Tests.Components.Device;

public sealed class PreciseDurationTests
{
    [Theory]
    [InlineData(-5, "0 s", "0 s", "0 秒")]
    [InlineData(42.9, "42 s", "42 s", "42 秒")]
    [InlineData(90, "1 min 30 s", "1 min 30 s", "1 分 30 秒")]
    [InlineData(120, "2 min", "2 min", "2 分钟")]
    [InlineData(1350, "22 min", "22 min 30 s", "22 分 30 秒")]
    [InlineData(3900, "1 h 5 min", "1 h 5 min", "1 小时 5 分")]
    [InlineData(43_500, "12 h", "12 h 5 min", "12 小时 5 分")]
    [InlineData(86_400, "1 d", "1 d", "1 天")]
    [InlineData(3_600_000, "41 d", "41 d 16 h", "41 天 16 小时")]
    public void PreciseDuration_AnyLength_IsSaidInAtMostTwoUnits(double seconds, string rough, string exact, string exactInChinese)
    {
        var length = TimeSpan.FromSeconds(seconds);

        Assert.Equal(rough, PreciseDuration.Rough(length, CultureInfo.GetCultureInfo("en")));
        Assert.Equal(exact, PreciseDuration.Exact(length, CultureInfo.GetCultureInfo("en")));
        Assert.Equal(exactInChinese, PreciseDuration.Exact(length, CultureInfo.GetCultureInfo("zh-Hans")));
    }
}
