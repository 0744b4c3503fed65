namespace Sensoro.Dashboard.Components.Devices;

/// <summary>Words of the device list.</summary>
public sealed class DevicesTexts;
