using System.Globalization;

namespace Sensoro.Dashboard.Components.Devices;

/// <summary>Times of day in the server's zone: the time alone for today, the date before it for any other day.</summary>
public static class ClockText
{
    public static string Of(DateTimeOffset at, TimeProvider time)
    {
        var zone = time.LocalTimeZone;
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var today = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).Date;
        return local.ToString(local.Date == today ? "HH:mm:ss" : local.Year == today.Year ? "MM-dd HH:mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>Date, time and offset.</summary>
    public static string Exact(DateTimeOffset at, TimeProvider time) =>
        TimeZoneInfo.ConvertTime(at, time.LocalTimeZone).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
