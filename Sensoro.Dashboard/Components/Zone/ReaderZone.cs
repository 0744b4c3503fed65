namespace Sensoro.Dashboard.Components.Zone;

/// <summary>
/// The time zone of whoever reads. It goes with a request, and with the circuit that the request opens, in the same way as the language
/// does: set once at the door, known to everything that runs for this reader and to nothing else.
/// </summary>
internal static class ReaderZone
{
    private static readonly AsyncLocal<(ZoneChoice Choice, TimeZoneInfo? Zone)> Now = new();

    public static ZoneChoice Choice => Now.Value.Choice;

    /// <summary>Null where nobody in particular reads: the site's own zone counts.</summary>
    public static TimeZoneInfo? Zone => Now.Value.Zone;

    public static void Set(ZoneChoice choice, TimeZoneInfo? zone) => Now.Value = (choice, zone);
}
