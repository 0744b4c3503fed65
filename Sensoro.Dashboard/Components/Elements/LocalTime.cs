using System.Globalization;

namespace Sensoro.Dashboard.Components.Elements;

/// <summary>Times of day in the reader's zone, which every page names; always with 24 hours, in both languages.</summary>
public static class LocalTime
{
    /// <summary>"14:07:52".</summary>
    public static string Clock(DateTimeOffset at, TimeProvider time) => Local(at, time).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>"14:07:52.118".</summary>
    public static string Precise(DateTimeOffset at, TimeProvider time) => Local(at, time).ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);

    /// <summary>"14:07".</summary>
    public static string Minute(DateTimeOffset at, TimeProvider time) => Local(at, time).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"14:07" today, "22 Nov" or "11月22日" on another day: where there is room for one of the two only.</summary>
    public static string MinuteOrDay(DateTimeOffset at, TimeProvider time)
    {
        var local = Local(at, time);
        return local.Date == time.GetLocalNow().Date
            ? local.ToString("HH:mm", CultureInfo.InvariantCulture)
            : local.ToString(IsChinese ? "M月d日" : "d MMM", CultureInfo.CurrentCulture);
    }

    /// <summary>"Mon 23 Nov 2026, 14:07:52", or "2026年11月23日 周一 14:07:52".</summary>
    public static string Exact(DateTimeOffset at, TimeProvider time) => Dated(at, time, "HH:mm:ss");

    /// <summary>The same to the minute, for clocks that nothing keeps ticking.</summary>
    public static string ExactMinute(DateTimeOffset at, TimeProvider time) => Dated(at, time, "HH:mm");

    /// <summary>The same to the millisecond.</summary>
    public static string ExactPrecise(DateTimeOffset at, TimeProvider time) => Dated(at, time, "HH:mm:ss.fff");

    /// <summary>"23 Nov 2026 14:07:52", or "2026年11月23日 14:07:52": for columns of times.</summary>
    public static string DayAndClock(DateTimeOffset at, TimeProvider time) => $"{Day(at, time)} {Clock(at, time)}";

    /// <summary>"23 Nov 2026", or "2026年11月23日".</summary>
    public static string Day(DateTimeOffset at, TimeProvider time) => Local(at, time).ToString(IsChinese ? "yyyy年M月d日" : "d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>The zone's own name, such as "Asia/Shanghai".</summary>
    public static string Zone(TimeProvider time) => time.LocalTimeZone.Id;

    /// <summary>The same as browsers know it: by its IANA name only.</summary>
    public static string IanaZone(TimeProvider time) =>
        TimeZoneInfo.TryConvertWindowsIdToIanaId(time.LocalTimeZone.Id, out var iana) ? iana : time.LocalTimeZone.Id;

    private static bool IsChinese => CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "zh";

    private static string Dated(DateTimeOffset at, TimeProvider time, string clock) =>
        Local(at, time).ToString(IsChinese ? "yyyy年M月d日 ddd " + clock : "ddd d MMM yyyy, " + clock, CultureInfo.CurrentCulture);

    private static DateTimeOffset Local(DateTimeOffset at, TimeProvider time) => TimeZoneInfo.ConvertTime(at, time.LocalTimeZone);
}
