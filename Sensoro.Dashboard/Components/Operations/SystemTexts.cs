namespace Sensoro.Dashboard.Components.Operations;

/// <summary>Words of the system page.</summary>
public sealed class SystemTexts;
