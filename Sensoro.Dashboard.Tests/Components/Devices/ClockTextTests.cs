using Microsoft.Extensions.Time.Testing;
using Sensoro.Dashboard.Components.Devices;
using static Sensoro.Dashboard.Tests.Components.Devices.FleetDevice;

namespace Sensoro.Dashboard.Tests.Components.Devices;

public sealed class ClockTextTests
{
    private static readonly TimeZoneInfo China = TimeZoneInfo.CreateCustomTimeZone("China", TimeSpan.FromHours(8), "China", "China");

    [Theory]
    [InlineData(0, "20:00:00")]
    [InlineData(-19, "01:00:00")]
    [InlineData(-21, "28 Feb 23:00")]
    public void Of_ATimeAgo_NamesTheDayWhenItWasNotTodayHere(int hours, string expected)
    {
        var clock = new FakeTimeProvider(Noon);
        clock.SetLocalTimeZone(China);

        Assert.Equal(expected, ClockText.Of(Noon.AddHours(hours), clock));
    }
}
