using Microsoft.Extensions.Time.Testing;
using Sensoro.Dashboard.Components.Elements;

namespace Sensoro.Dashboard.Tests.Components.Elements;

public sealed class LocalDayTests
{
    [Theory]
    [InlineData("2026-03-01T15:59:59Z", "2026-03-01T00:00:00+08:00")]
    [InlineData("2026-03-01T16:00:00Z", "2026-03-02T00:00:00+08:00")]
    public void StartOfToday_InChina_IsLocalMidnight(string now, string expected) =>
        Assert.Equal(Time(expected), StartOfToday(now, TimeZoneInfo.CreateCustomTimeZone("China", TimeSpan.FromHours(8), "China", "China")));

    /// <summary>Beirut puts its clocks on at midnight: 29 March 2026 begins at one.</summary>
    [Fact]
    public void StartOfToday_WhereClocksSkipMidnight_IsWhenTheyGoOn() =>
        Assert.Equal(Time("2026-03-29T01:00:00+03:00"), StartOfToday("2026-03-29T12:00:00Z", TimeZoneInfo.FindSystemTimeZoneById("Asia/Beirut")));

    /// <summary>Havana puts its clocks back at one, so that midnight comes twice on 1 November 2026.</summary>
    [Fact]
    public void StartOfToday_WhereMidnightComesTwice_IsTheFirst() =>
        Assert.Equal(Time("2026-11-01T00:00:00-04:00"), StartOfToday("2026-11-01T18:00:00Z", TimeZoneInfo.FindSystemTimeZoneById("America/Havana")));

    private static DateTimeOffset StartOfToday(string now, TimeZoneInfo zone)
    {
        var clock = new FakeTimeProvider(Time(now));
        clock.SetLocalTimeZone(zone);
        return LocalDay.StartOfToday(clock);
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
