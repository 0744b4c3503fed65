namespace Sensoro.Dashboard.Hubs;

/// <summary>Devices as the map draws them.</summary>
/// <param name="Cursor">The newest message these devices include.</param>
/// <param name="Now">The server's clock, Unix milliseconds.</param>
/// <param name="Devices">The devices.</param>
/// <param name="WithoutPosition">How many of these devices have no position; only in a snapshot.</param>
/// <param name="Reset">The gap is too large: load the snapshot anew.</param>
/// <param name="IsPart">The fleet is larger than a map: these are those asked for, or of too many the ones that are not in order; only in a snapshot.</param>
public sealed record FleetView(long Cursor, long Now, IReadOnlyList<MapDevice> Devices, int WithoutPosition = 0, bool Reset = false, bool IsPart = false)
{
    /// <summary>
    /// Devices in order that do not come one by one, counted by the squares of a grid: longitude and latitude of their middle in WGS-84, how
    /// many, number of the datum, number of the square from the west and from the south. Only in a snapshot of a part.
    /// </summary>
    public IReadOnlyList<double[]> Cells { get; init; } = [];

    /// <summary>Width of the squares in degrees.</summary>
    public double Step { get; init; }

    /// <summary>Devices that staff had entered and have taken away again; only in news.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];
}
