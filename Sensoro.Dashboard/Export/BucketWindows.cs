using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Export;

/// <summary>Cuts a span into stretches that one read of a series can tell in buckets. No bucket lies across a cut.</summary>
internal static class BucketWindows
{
    /// <summary>Whole hours for every width: where readings are no longer kept, hours stand for anything finer.</summary>
    private const int FixedBuckets = 1_200;
    private const int MonthsOfDays = 12;
    private const int MonthsOfMonths = 120;

    public static IEnumerable<TimeRange> Of(TimeRange range, Resolution resolution)
    {
        for (var from = range.From; from < range.To;)
        {
            var end = resolution is { Zone: { } zone }
                ? MonthStart(from, resolution.Kind == ResolutionKind.Month ? MonthsOfMonths : MonthsOfDays, zone)
                : FixedEnd(from, resolution.Width);
            var to = end < range.To ? end : range.To;
            if (TimeRange.TryCreate(from, to, from, out var window) == TimeRangeFault.None)
            {
                yield return window;
            }

            from = to;
        }
    }

    private static DateTimeOffset FixedEnd(DateTimeOffset from, TimeSpan width)
    {
        var stretch = width.Ticks * FixedBuckets;
        var since = from.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;
        return DateTimeOffset.UnixEpoch.AddTicks(((since / stretch) + 1) * stretch);
    }

    /// <summary>
    /// The start of a month some months on. Where clocks skip or repeat that midnight, the month after is taken, whose start
    /// nobody can argue about.
    /// </summary>
    private static DateTimeOffset MonthStart(DateTimeOffset from, int months, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(from, zone);
        var start = new DateTime(local.Year, local.Month, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMonths(months);
        while (zone.IsInvalidTime(start) || zone.IsAmbiguousTime(start))
        {
            start = start.AddMonths(1);
        }

        return new DateTimeOffset(start, zone.GetUtcOffset(start)).ToUniversalTime();
    }
}
