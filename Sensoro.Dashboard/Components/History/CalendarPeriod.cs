using Sensoro.Dashboard.Components.Elements;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.History;

/// <summary>Days, weeks and months of a time zone: they start at local midnight, however long clock changes make them.</summary>
internal static class CalendarPeriod
{
    /// <summary>The period that lies <paramref name="steps"/> after the present one; before it when negative.</summary>
    public static (DateTimeOffset From, DateTimeOffset To) Of(CalendarUnit unit, int steps, DateTimeOffset now, TimeZoneInfo zone)
    {
        var start = Add(StartOf(unit, TimeZoneInfo.ConvertTime(now, zone).Date), unit, steps);
        return (LocalDay.Moment(start, zone), LocalDay.Moment(Add(start, unit, 1), zone));
    }

    /// <summary>
    /// The span of the same kind that lies <paramref name="steps"/> after one: a month after a month, a week after a week, otherwise as
    /// many days where both ends are midnights and as many seconds where they are not.
    /// </summary>
    public static (DateTimeOffset From, DateTimeOffset To) Shift(DateTimeOffset from, DateTimeOffset to, int steps, TimeZoneInfo zone)
    {
        if (Midnight(from, zone) is not { } first || Midnight(to, zone) is not { } last)
        {
            var length = (to - from) * steps;
            return (from + length, to + length);
        }

        var isMonth = first.Day == 1 && last == first.AddMonths(1);
        var days = (last - first).Days;
        var (start, end) = isMonth ? (first.AddMonths(steps), last.AddMonths(steps)) : (first.AddDays(days * steps), last.AddDays(days * steps));
        return (LocalDay.Moment(start, zone), LocalDay.Moment(end, zone));
    }

    /// <summary>
    /// The span as pictures, figures and files show it, its last moment included: what ends at midnight has nothing of the next day.
    /// </summary>
    public static TimeRange Shown(TimeRange range, TimeZoneInfo zone) => Midnight(range.To, zone) is null ? range : range.BeforeEnd;

    private static DateTime StartOf(CalendarUnit unit, DateTime day) => unit switch
    {
        CalendarUnit.Day => day,
        CalendarUnit.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        CalendarUnit.Month => day.AddDays(1 - day.Day),
    };

    private static DateTime Add(DateTime start, CalendarUnit unit, int steps) => unit switch
    {
        CalendarUnit.Day => start.AddDays(steps),
        CalendarUnit.Week => start.AddDays(7 * steps),
        CalendarUnit.Month => start.AddMonths(steps),
    };

    /// <summary>The local day that begins at a moment; null when none does.</summary>
    private static DateTime? Midnight(DateTimeOffset at, TimeZoneInfo zone)
    {
        var day = TimeZoneInfo.ConvertTime(at, zone).Date;
        return LocalDay.Moment(day, zone) == at ? day : null;
    }
}
