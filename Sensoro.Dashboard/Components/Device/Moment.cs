using System.Globalization;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>Times as short as they can be said: the clock today, the day and the clock this year, the date before that.</summary>
internal static class Moment
{
    public static string Text(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone, CultureInfo culture)
    {
        var (local, today) = (TimeZoneInfo.ConvertTime(at, zone), TimeZoneInfo.ConvertTime(now, zone));
        var chinese = culture.TwoLetterISOLanguageName == "zh";
        var format = (local.Date == today.Date, local.Year == today.Year) switch
        {
            (true, _) => "HH:mm:ss",
            (false, true) => chinese ? "M月d日 HH:mm" : "d MMM HH:mm",
            (false, false) => chinese ? "yyyy年M月d日" : "d MMM yyyy",
        };
        return local.ToString(format, culture);
    }
}
