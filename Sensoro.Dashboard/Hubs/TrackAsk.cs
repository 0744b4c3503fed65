namespace Sensoro.Dashboard.Hubs;

/// <summary>Asks where a device has been.</summary>
/// <param name="Sn">Serial number of the device.</param>
/// <param name="From">The start, Unix milliseconds.</param>
/// <param name="To">The end, Unix milliseconds; a report at that very moment is included.</param>
/// <param name="Points">Most points of the answer.</param>
public sealed record TrackAsk(string Sn, long From, long To, int Points);
