namespace Sensoro.Dashboard.Components.Device;

/// <summary>Words of the page of one device.</summary>
public sealed class DeviceTexts;
