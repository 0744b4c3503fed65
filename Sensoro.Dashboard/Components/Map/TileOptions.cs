using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Map;

/// <summary>A base map of pictures that a tile server hands out.</summary>
public sealed class TileOptions
{
    /// <summary>What the menu calls it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where a tile is: an address with <c>{z}</c>, <c>{x}</c> and <c>{y}</c>.</summary>
    public string Url { get; set; } = "";

    /// <summary>Whose map it is; shown on it.</summary>
    public string Attribution { get; set; } = "";

    /// <summary>The datum it is drawn in: <c>WGS-84</c> or <c>GCJ-02</c>.</summary>
    public string Datum { get; set; } = "WGS-84";

    /// <summary>The closest zoom the server has tiles for; closer ones are enlarged.</summary>
    public int MaxZoom { get; set; } = 18;

    /// <summary><see cref="Datum"/> understood; null when it is none that tiles come in.</summary>
    public CoordinateSystem? ParsedDatum => CoordinateSystems.TryParse(Datum, out var datum) && datum != CoordinateSystem.Bd09 ? datum : null;
}
