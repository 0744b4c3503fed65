namespace Sensoro.Dashboard.Components.Map;

/// <summary>What maps are drawn on besides the offline base map; configuration section <c>Map</c>.</summary>
public sealed class MapOptions
{
    public const string Section = "Map";

    /// <summary>Base maps to choose from, in this order.</summary>
    public IList<TileOptions> Tiles { get; } = [];
}
