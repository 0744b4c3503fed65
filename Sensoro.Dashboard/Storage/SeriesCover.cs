using System.Runtime.InteropServices;

namespace Sensoro.Dashboard.Storage;

/// <summary>
/// How a span is put together from the tables without counting anything twice: readings up to the first full hour, hours up to
/// the first full day, days, hours again, readings again. Every piece may be empty. Unix milliseconds; ends do not belong.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SeriesCover
{
    public const long Hour = 3_600_000;
    public const long Day = 24 * Hour;

    private SeriesCover(long from, long hours, long days, long daysEnd, long hoursEnd, long to)
    {
        From = from;
        Hours = hours;
        Days = days;
        DaysEnd = daysEnd;
        HoursEnd = hoursEnd;
        To = to;
    }

    /// <summary>Readings from here to <see cref="Hours"/>.</summary>
    public long From { get; }

    /// <summary>Hours from here to <see cref="Days"/>.</summary>
    public long Hours { get; }

    /// <summary>Days from here to <see cref="DaysEnd"/>.</summary>
    public long Days { get; }

    /// <summary>Hours again from here to <see cref="HoursEnd"/>.</summary>
    public long DaysEnd { get; }

    /// <summary>Readings again from here to <see cref="To"/>.</summary>
    public long HoursEnd { get; }

    public long To { get; }

    /// <summary>Readings alone: for buckets that no roll-up fits into.</summary>
    public static SeriesCover OfReadings(long from, long to) => new(from, to, to, to, to, to);

    /// <summary>Readings at the edges and hours between them.</summary>
    /// <param name="from">Start of the span.</param>
    /// <param name="to">End of the span.</param>
    /// <param name="rawFrom">Readings before it are gone: the part of an hour that they would tell is left out.</param>
    public static SeriesCover OfHours(long from, long to, long rawFrom)
    {
        (from, to) = (from < rawFrom ? Up(from, Hour) : from, to < rawFrom ? Down(to, Hour) : to);
        var (hours, end) = (Up(from, Hour), Down(to, Hour));
        return from >= to ? OfReadings(to, to) : hours < end ? new(from, hours, end, end, end, to) : OfReadings(from, to);
    }

    /// <summary>The same with days where the span has whole ones.</summary>
    public static SeriesCover OfDays(long from, long to, long rawFrom)
    {
        var hourly = OfHours(from, to, rawFrom);
        var (days, end) = (Up(hourly.Hours, Day), Down(hourly.HoursEnd, Day));
        return days < end ? new(hourly.From, hourly.Hours, days, end, hourly.HoursEnd, hourly.To) : hourly;
    }

    public static long Down(long time, long width) => time / width * width;

    public static long Up(long time, long width) => Down(time + width - 1, width);
}
