namespace Sensoro.Dashboard.Components.Elements;

/// <summary>Days of a time zone as moments. Clock changes make some of them shorter or longer, or move their midnight.</summary>
public static class LocalDay
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>The first moment of today in the local zone.</summary>
    public static DateTimeOffset StartOfToday(TimeProvider time) => Moment(TimeZoneInfo.ConvertTime(time.GetUtcNow(), time.LocalTimeZone).Date, time.LocalTimeZone);

    /// <summary>
    /// The moment when the clocks of a zone show <paramref name="local"/>. Where they skip it, the moment when they go on; where they show it
    /// twice, the first time: the one with the greater offset.
    /// </summary>
    public static DateTimeOffset Moment(DateTime local, TimeZoneInfo zone)
    {
        var shown = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(shown))
        {
            // Clocks go on at a quarter of an hour everywhere.
            shown = new DateTime(shown.Ticks - (shown.Ticks % Step.Ticks), DateTimeKind.Unspecified);
            while (zone.IsInvalidTime(shown))
            {
                shown += Step;
            }
        }

        var offset = zone.IsAmbiguousTime(shown) ? zone.GetAmbiguousTimeOffsets(shown).Max() : zone.GetUtcOffset(shown);
        return new DateTimeOffset(shown, offset);
    }
}
