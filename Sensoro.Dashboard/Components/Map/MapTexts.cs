namespace Sensoro.Dashboard.Components.Map;

/// <summary>Words of the map.</summary>
public sealed class MapTexts;
