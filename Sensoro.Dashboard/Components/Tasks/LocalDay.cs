namespace Sensoro.Dashboard.Components.Tasks;

/// <summary>Where today begins for the people who read the page.</summary>
public static class LocalDay
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>The first moment of today in the local zone. Where clocks skip midnight, the day begins when they go on.</summary>
    public static DateTimeOffset StartOfToday(TimeProvider time)
    {
        var zone = time.LocalTimeZone;
        var midnight = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).Date;
        while (zone.IsInvalidTime(midnight))
        {
            midnight += Step;
        }

        // Where clocks show midnight twice, the day begins with the first: the one with the greater offset.
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset);
    }
}
