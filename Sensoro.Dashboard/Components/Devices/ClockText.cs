using Sensoro.Dashboard.Components.Elements;

namespace Sensoro.Dashboard.Components.Devices;

/// <summary>The time of something that may have been today or long ago: the clock for today, the day before it for any other day.</summary>
public static class ClockText
{
    public static string Of(DateTimeOffset at, TimeProvider time)
    {
        var zone = time.LocalTimeZone;
        return TimeZoneInfo.ConvertTime(at, zone).Date == TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).Date
            ? LocalTime.Clock(at, time)
            : $"{LocalTime.MinuteOrDay(at, time)} {LocalTime.Minute(at, time)}";
    }
}
