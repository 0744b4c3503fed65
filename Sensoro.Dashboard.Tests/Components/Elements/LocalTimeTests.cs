using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Sensoro.Dashboard.Components.Elements;

namespace Sensoro.Dashboard.Tests.Components.Elements;

public sealed class LocalTimeTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 6, 7, 52, 118, TimeSpan.Zero);
    private readonly FakeTimeProvider _time = new(At.AddMinutes(1));

    public LocalTimeTests() => _time.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("Asia/Shanghai", TimeSpan.FromHours(8), "China", "China"));

    [Fact]
    public void Clock_OtherZone_IsTheServersTime()
    {
        Assert.Equal("14:07:52", LocalTime.Clock(At, _time));
        Assert.Equal("14:07:52.118", LocalTime.Precise(At, _time));
        Assert.Equal("14:07", LocalTime.Minute(At, _time));
        Assert.Equal("Asia/Shanghai", LocalTime.Zone(_time));
    }

    [Theory]
    [InlineData("en", "Mon 23 Nov 2026, 14:07:52")]
    [InlineData("zh-Hans", "2026年11月23日 周一 14:07:52")]
    public void Exact_Language_FollowsIt(string culture, string expected)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);

        Assert.Equal(expected, LocalTime.Exact(At, _time));
    }

    [Theory]
    [InlineData("en", "22 Nov")]
    [InlineData("zh-Hans", "11月22日")]
    public void MinuteOrDay_Yesterday_IsTheDay(string culture, string expected)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);

        Assert.Equal(expected, LocalTime.MinuteOrDay(At.AddHours(-15), _time));
        Assert.Equal("14:07", LocalTime.MinuteOrDay(At, _time));
    }
}
