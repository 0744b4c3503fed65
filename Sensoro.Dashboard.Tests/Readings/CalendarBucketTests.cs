using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Tests.Readings;

public sealed class CalendarBucketTests
{
    [Theory]
    [InlineData("America/New_York", "2026-03-08T12:00Z", 23)]
    [InlineData("America/New_York", "2026-11-01T12:00Z", 25)]
    [InlineData("Australia/Lord_Howe", "2026-04-04T20:00Z", 24.5)]
    [InlineData("Australia/Lord_Howe", "2026-10-03T20:00Z", 23.5)]
    [InlineData("Asia/Kolkata", "2026-03-08T12:00Z", 24)]
    [InlineData("America/Santiago", "2026-09-06T12:00Z", 23)]
    [InlineData("Asia/Beirut", "2026-03-29T12:00Z", 23)]
    public void Day_OfAClockChange_IsAsLongAsItIs(string zone, string noon, double hours)
    {
        var at = DateTimeOffset.Parse(noon, System.Globalization.CultureInfo.InvariantCulture);

        var day = Assert.Single(CalendarBucket.Of(Resolution.Days(TimeZoneInfo.FindSystemTimeZoneById(zone)), at, at.AddMilliseconds(1)));

        Assert.Equal(TimeSpan.FromHours(hours), day.End - day.Start);
        Assert.InRange(at, day.Start, day.End);
    }

    [Fact]
    public void Day_ThatAZoneLeftOut_IsNone()
    {
        var days = CalendarBucket.Of(
            Resolution.Days(TimeZoneInfo.FindSystemTimeZoneById("Pacific/Apia")), new(2011, 12, 29, 12, 0, 0, TimeSpan.Zero), new(2011, 12, 31, 12, 0, 0, TimeSpan.Zero));

        Assert.All(days, static day => Assert.Equal(TimeSpan.FromHours(24), day.End - day.Start));
        Assert.All(days.Zip(days.Skip(1)), static pair => Assert.Equal(pair.First.End, pair.Second.Start));
    }

    [Fact]
    public void Months_OfARange_BeginAtTheirMidnight()
    {
        var months = CalendarBucket.Of(
            Resolution.Months(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")), new(2026, 1, 31, 16, 0, 0, TimeSpan.Zero), new(2026, 3, 31, 16, 0, 1, TimeSpan.Zero));

        Assert.Equal(
            ["2026-01-31T16:00", "2026-02-28T16:00", "2026-03-31T16:00"],
            months.Select(static month => month.Start.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture)),
            StringComparer.Ordinal);
    }
}
