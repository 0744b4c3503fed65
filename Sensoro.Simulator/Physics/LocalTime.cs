namespace Sensoro.Simulator.Physics;

/// <summary>What the clock and the sun say at a place in China. People follow the clock (UTC+8 everywhere), the weather follows the sun.</summary>
internal static class LocalTime
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Hour of the day on the clock, with fraction.</summary>
    public static double Hour(DateTimeOffset at) => at.ToOffset(China).TimeOfDay.TotalHours;

    public static bool IsWorkday(DateTimeOffset at) =>
        at.ToOffset(China).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>Hour of the day by the sun: 12 is when it stands highest. In Urumqi that is two hours after the clock's noon.</summary>
    public static double SolarHour(DateTimeOffset at, double longitude)
    {
        var hour = (at.UtcDateTime.TimeOfDay.TotalHours + (longitude / 15)) % 24;
        return hour < 0 ? hour + 24 : hour;
    }

    /// <summary>Day of the year with fraction, 0 at the beginning of January.</summary>
    public static double DayOfYear(DateTimeOffset at) =>
        at.UtcDateTime.DayOfYear - 1 + at.UtcDateTime.TimeOfDay.TotalDays;
}
