using Sensoro.Dashboard.Components.History;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Tests.Components.History;

public sealed class TimeWindowTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>A Wednesday.</summary>
    private static readonly DateTimeOffset Now = At("2026-11-25T14:08:30+08:00");

    [Theory]
    [InlineData("15m", "2026-11-25T13:53:30+08:00", "2026-11-25T14:08:30+08:00")]
    [InlineData("90d", "2026-08-27T14:08:30+08:00", "2026-11-25T14:08:30+08:00")]
    [InlineData("today", "2026-11-25T00:00:00+08:00", "2026-11-26T00:00:00+08:00")]
    [InlineData("yesterday", "2026-11-24T00:00:00+08:00", "2026-11-25T00:00:00+08:00")]
    [InlineData("week", "2026-11-23T00:00:00+08:00", "2026-11-30T00:00:00+08:00")]
    [InlineData("last-week", "2026-11-16T00:00:00+08:00", "2026-11-23T00:00:00+08:00")]
    [InlineData("month", "2026-11-01T00:00:00+08:00", "2026-12-01T00:00:00+08:00")]
    [InlineData("last-month", "2026-10-01T00:00:00+08:00", "2026-11-01T00:00:00+08:00")]
    public void Preset_InAZone_StartsAtLocalMidnight(string text, string from, string to) =>
        Assert.Equal((At(from), At(to)), Ends(TimeWindow.Read(text, null, null), Shanghai));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    public void Read_OfNoPreset_IsTheLast24Hours(string? text) => Assert.Equal(TimeWindow.Default, TimeWindow.Read(text, null, null));

    [Fact]
    public void Write_ThenRead_IsTheSame()
    {
        foreach (var window in TimePreset.Recent.Concat(TimePreset.Calendar).Select(TimeWindow.Of).Append(TimeWindow.Between(At("2026-11-01T00:00:00.125Z"), At("2026-11-02T10:30:00+08:00"))))
        {
            var address = window.Write();
            Assert.Equal(window, TimeWindow.Read(address["range"] as string, address["from"] as string, address["to"] as string));
        }
    }

    [Theory]
    [InlineData("2026-11-02T00:00:00Z", "2026-11-02T00:00:00Z", "FaultEmpty")]
    [InlineData("2026-11-02T00:00:00Z", "2026-11-01T00:00:00Z", "FaultInverted")]
    [InlineData("2030-11-02T00:00:00Z", "2031-11-01T00:00:00Z", "FaultFuture")]
    [InlineData("2001-11-02T00:00:00Z", "2026-11-01T00:00:00Z", "FaultTooLong")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-02T00:00:00Z", "FaultUnreadable")]
    [InlineData("2026-11-02T00:00:00Z", "9999-12-31T23:59:59Z", "FaultUnreadable")]
    [InlineData("2026-11-02T00:00:00Z", null, "FaultUnreadable")]
    [InlineData("<b>", "2026-11-02T00:00:00Z", "FaultUnreadable")]
    [InlineData("2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z", null)]
    public void Fault_OfAnAddress_IsNamedBeforeAnythingIsLoaded(string? from, string? to, string? fault)
    {
        var window = TimeWindow.Read(null, from, to);

        Assert.Equal(fault, WindowFault.Key(window, Now, Shanghai));
        if (fault is not null and not "FaultTooLong")
        {
            Assert.Null(window.Step(1, Now, Shanghai));
        }
    }

    [Fact]
    public void Step_OfTheLast24Hours_IsTheDayBeforeThemAndNothingLater()
    {
        var earlier = TimeWindow.Default.Step(-1, Now, Shanghai);

        Assert.Equal((Now.AddHours(-48), Now.AddHours(-24)), Ends(earlier, Shanghai));
        Assert.Null(TimeWindow.Default.Step(1, Now, Shanghai));
        Assert.Equal((Now.AddHours(-24), Now), Ends(earlier?.Step(1, Now, Shanghai), Shanghai));
    }

    [Fact]
    public void Step_OfAMonth_IsTheMonthBeforeHoweverLong()
    {
        var march = TimeWindow.Between(At("2026-03-01T00:00:00+08:00"), At("2026-04-01T00:00:00+08:00"));

        Assert.Equal((At("2026-02-01T00:00:00+08:00"), At("2026-03-01T00:00:00+08:00")), Ends(march.Step(-1, Now, Shanghai), Shanghai));
    }

    /// <summary>Berlin put its clocks on on 29 March 2026 and back on 25 October.</summary>
    [Theory]
    [InlineData("2026-03-30T00:00:00+02:00", "2026-03-31T00:00:00+02:00", "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00")]
    [InlineData("2026-10-26T00:00:00+01:00", "2026-10-27T00:00:00+01:00", "2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00")]
    [InlineData("2026-10-26T00:00:00+01:00", "2026-11-02T00:00:00+01:00", "2026-10-19T00:00:00+02:00", "2026-10-26T00:00:00+01:00")]
    public void Step_OverAClockChange_KeepsTheLocalDays(string from, string to, string expectedFrom, string expectedTo)
    {
        var window = TimeWindow.Between(At(from), At(to)).Step(-1, Now, Berlin);

        Assert.Equal((At(expectedFrom), At(expectedTo)), Ends(window, Berlin));
    }

    [Fact]
    public void Widen_NearNow_ShowsTwiceThePastAndNothingOfTheFuture() =>
        Assert.Equal((Now.AddHours(-36), Now), Ends(TimeWindow.Default.Widen(Now, Shanghai), Shanghai));

    [Fact]
    public void Widen_BeyondTwentyYears_StaysAsItIs()
    {
        var window = TimeWindow.Between(At("2006-12-01T00:00:00Z"), At("2026-11-01T00:00:00Z"));

        Assert.Equal(window, window.Widen(Now, Shanghai));
    }

    [Fact]
    public void ZoomTrail_LeadsBackTheWayItCame()
    {
        var trail = new ZoomTrail();
        trail.Follow(TimeWindow.Default);
        var first = trail.In(TimeWindow.Default, Now.AddHours(-6), Now.AddHours(-3));
        trail.Follow(first);
        var second = trail.In(first, Now.AddHours(-5), Now.AddHours(-4));
        trail.Follow(second);

        Assert.Equal(first, trail.Out(second, Now, Shanghai));
        trail.Follow(first);
        Assert.Equal(TimeWindow.Default, trail.Out(first, Now, Shanghai));
    }

    [Fact]
    public void ZoomTrail_DrawnOnceMoreBeforeTheAddressChanged_DoesNotForget()
    {
        var trail = new ZoomTrail();
        trail.Follow(TimeWindow.Default);
        var zoomed = trail.In(TimeWindow.Default, Now.AddHours(-6), Now.AddHours(-3));
        trail.Follow(TimeWindow.Default);
        trail.Follow(zoomed);

        Assert.Equal(TimeWindow.Default, trail.Out(zoomed, Now, Shanghai));
    }

    [Fact]
    public void ZoomTrail_AfterAnotherSpanWasChosen_BeginsAnew()
    {
        var trail = new ZoomTrail();
        trail.Follow(TimeWindow.Default);
        trail.Follow(trail.In(TimeWindow.Default, Now.AddHours(-6), Now.AddHours(-3)));
        var other = TimeWindow.Between(Now.AddHours(-9), Now.AddHours(-7));
        trail.Follow(other);

        Assert.Equal((Now.AddHours(-10), Now.AddHours(-6)), Ends(trail.Out(other, Now, Shanghai), Shanghai));
    }

    private static (DateTimeOffset From, DateTimeOffset To) Ends(TimeWindow? window, TimeZoneInfo zone)
    {
        Assert.NotNull(window);
        Assert.Equal(TimeRangeFault.None, window.TryResolve(Now, zone, out var range));
        return (range.From, range.To);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
