using System.Globalization;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.History;

/// <summary>Spans of time and their zone, as people read them.</summary>
internal static class WindowText
{
    /// <summary>"22 Nov 14:08 – 23 Nov 14:08", whole days as "1 Nov – 30 Nov", the year where it is another one.</summary>
    public static string Range(TimeRange range, DateTimeOffset now, TimeZoneInfo zone, CultureInfo culture)
    {
        var (from, to, today) = (TimeZoneInfo.ConvertTime(range.From, zone), TimeZoneInfo.ConvertTime(range.To, zone), TimeZoneInfo.ConvertTime(now, zone));
        var withYear = from.Year != today.Year || to.Year != today.Year;
        if (from.TimeOfDay == TimeSpan.Zero && to.TimeOfDay == TimeSpan.Zero)
        {
            var last = to.AddDays(-1);
            return from.Date == last.Date ? Day(from, withYear, culture) : $"{Day(from, withYear, culture)} – {Day(last, withYear, culture)}";
        }

        var end = from.Date == to.Date ? Clock(to) : $"{Day(to, withYear, culture)} {Clock(to)}";
        return $"{Day(from, withYear, culture)} {Clock(from)} – {end}";
    }

    /// <summary>"Asia/Shanghai, UTC+8".</summary>
    public static string Zone(TimeZoneInfo zone, DateTimeOffset at)
    {
        var offset = zone.GetUtcOffset(at);
        if (offset == TimeSpan.Zero)
        {
            return zone.Id is "UTC" or "Etc/UTC" ? "UTC" : $"{zone.Id}, UTC";
        }

        var sign = offset < TimeSpan.Zero ? '\u2212' : '+';
        var clock = offset.Minutes == 0 ? offset.ToString("%h", CultureInfo.InvariantCulture) : offset.ToString(@"h\:mm", CultureInfo.InvariantCulture);
        return $"{zone.Id}, UTC{sign}{clock}";
    }

    private static string Clock(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset at, bool withYear, CultureInfo culture) => (withYear, culture.TwoLetterISOLanguageName == "zh") switch
    {
        (false, false) => at.ToString("d MMM", culture),
        (true, false) => at.ToString("d MMM yyyy", culture),
        (false, true) => at.ToString("M月d日", culture),
        (true, true) => at.ToString("yyyy年M月d日", culture),
    };
}
