using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Storage;

/// <summary>The devices of a map.</summary>
/// <param name="Devices">All of them; of a part those that are not in order, the most urgent first, and the others only if all of it fits.</param>
/// <param name="Total">How many there are to show: the fleet, or of a part those that were asked for.</param>
/// <param name="IsPart">The fleet is too large: only what was asked for is here, and of that no more than fits.</param>
public sealed record MapFleet(IReadOnlyList<DeviceSnapshot> Devices, int Total, bool IsPart)
{
    /// <summary>The devices in order, counted by squares, when they are too many to come one by one.</summary>
    public IReadOnlyList<MapCell> Cells { get; init; } = [];
}
