namespace Sensoro.Dashboard.Components.Zone;

/// <summary>Words of the choice of a time zone.</summary>
public sealed class ZoneTexts;
