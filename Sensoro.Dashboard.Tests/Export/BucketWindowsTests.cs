using FsCheck;
using FsCheck.Xunit;
using Sensoro.Dashboard.Export;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Tests.Export;

/// <summary>The stretches of a long span of buckets.</summary>
public sealed class BucketWindowsTests
{
    private static readonly string[] Zones = ["Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/Sao_Paulo", "UTC"];

    [Property(MaxTest = 200)]
    public bool Windows_OfAnySpan_CoverItWithoutHoleAndWithinTheBudget(PositiveInt startHours, PositiveInt hours, byte grain, byte zone)
    {
        var from = new DateTimeOffset(2006, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(startHours.Get % 100_000);
        Assert.Equal(TimeRangeFault.None, TimeRange.TryCreate(from, from.AddHours(1 + (hours.Get * 97 % 60_000)), from, out var range));
        var resolution = Resolutions(TimeZoneInfo.FindSystemTimeZoneById(Zones[zone % Zones.Length]))[grain % 4];

        var windows = BucketWindows.Of(range, resolution).ToArray();

        return windows[0].From == range.From && windows[^1].To == range.To
            && windows.Zip(windows.Skip(1)).All(pair => pair.First.To == pair.Second.From)
            && windows.All(window => (window.Length / resolution.Width) + 2 <= SeriesRequest.MaxPoints);
    }

    [Fact]
    public void Windows_OfFixedBuckets_AreCutWhereBucketsBegin()
    {
        var from = new DateTimeOffset(2026, 3, 1, 12, 34, 56, TimeSpan.Zero);
        Assert.Equal(TimeRangeFault.None, TimeRange.TryCreate(from, from.AddDays(100), from, out var range));

        var cuts = BucketWindows.Of(range, Resolution.Every(TimeSpan.FromHours(1))).Skip(1).Select(window => window.From.ToUnixTimeMilliseconds() % 3_600_000);

        Assert.NotEmpty(cuts);
        Assert.All(cuts, rest => Assert.Equal(0, rest));
    }

    private static Resolution[] Resolutions(TimeZoneInfo zone) =>
        [Resolution.Every(TimeSpan.FromMinutes(5)), Resolution.Every(TimeSpan.FromHours(1)), Resolution.Days(zone), Resolution.Months(zone)];
}
