namespace Sensoro.Dashboard.Hubs;

/// <summary>Devices as the map draws them.</summary>
/// <param name="Cursor">The newest message these devices include.</param>
/// <param name="Now">The server's clock, Unix milliseconds.</param>
/// <param name="Devices">The devices.</param>
/// <param name="WithoutPosition">How many of these devices have no position; only in a snapshot.</param>
/// <param name="Reset">The gap is too large: load the snapshot anew.</param>
/// <param name="IsPart">The fleet is larger than a map: these are the most urgent of those asked for; only in a snapshot.</param>
public sealed record FleetView(long Cursor, long Now, IReadOnlyList<MapDevice> Devices, int WithoutPosition = 0, bool Reset = false, bool IsPart = false);
