using System.Runtime.InteropServices;

namespace Sensoro.Domain.Readings;

/// <summary>A day or month of a time zone.</summary>
/// <param name="Start">Its first moment.</param>
/// <param name="End">The first moment of the next one.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CalendarBucket(DateTimeOffset Start, DateTimeOffset End)
{
    // The calendar's own ends have no day before or after them in every zone.
    private static readonly DateOnly First = new(2, 1, 1);
    private static readonly DateOnly Last = new(9998, 1, 1);

    /// <summary>Seconds; no zone is further from UTC.</summary>
    private const long LargestOffset = 16 * 3_600;

    /// <summary>The days or months that a range touches, oldest first and side by side. Days that a zone left out are not among them.</summary>
    public static IReadOnlyList<CalendarBucket> Of(Resolution resolution, DateTimeOffset from, DateTimeOffset to)
    {
        var zone = resolution.Zone ?? TimeZoneInfo.Utc;
        var isMonth = resolution.Kind == ResolutionKind.Month;
        var day = FirstDay(TimeZoneInfo.ConvertTime(from, zone), isMonth);
        var start = StartOf(day, zone);
        var buckets = new List<CalendarBucket>();
        while (start < to && day < Last)
        {
            day = isMonth ? day.AddMonths(1) : day.AddDays(1);
            var end = StartOf(day, zone);
            if (end > start && end > from)
            {
                buckets.Add(new CalendarBucket(start, end));
            }

            start = end;
        }

        return buckets;
    }

    // One day earlier than the clock says: where clocks go back over midnight, a day can begin twice.
    private static DateOnly FirstDay(DateTimeOffset local, bool isMonth)
    {
        var day = DateOnly.FromDateTime(local.DateTime);
        day = day > First ? day : First;
        return isMonth ? new DateOnly(day.Year, day.Month, 1).AddMonths(-1) : day.AddDays(-1);
    }

    /// <summary>The first moment of a local day: of two midnights the earlier one, of a skipped midnight the moment the clock jumped.</summary>
    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        if (zone.IsAmbiguousTime(midnight))
        {
            return new DateTimeOffset(midnight, zone.GetAmbiguousTimeOffsets(midnight).Max()).ToUniversalTime();
        }

        return zone.IsInvalidTime(midnight) ? Jump(midnight, zone) : new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    // What offset held before a jump is told reliably in one direction only, from UTC to local time: the moment is searched for.
    private static DateTimeOffset Jump(DateTime midnight, TimeZoneInfo zone)
    {
        var middle = new DateTimeOffset(midnight, TimeSpan.Zero).ToUnixTimeSeconds();
        var (before, after) = (middle - LargestOffset, middle + LargestOffset);
        while (after - before > 1)
        {
            middle = before + ((after - before) / 2);
            (before, after) = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(middle), zone).DateTime < midnight ? (middle, after) : (before, middle);
        }

        return DateTimeOffset.FromUnixTimeSeconds(after);
    }
}
