using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Storage;

/// <summary>Devices in order that are near each other, as one mark of a map that is too small for all of them.</summary>
/// <param name="Place">The middle of them, in WGS-84.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Key">Which cell of the grid it is.</param>
public sealed record MapCell(GeoPoint Place, int Count, MapCellKey Key);
