namespace Sensoro.Dashboard.Components.DeviceFiles;

/// <summary>Words of the import of devices.</summary>
public sealed class DeviceFileTexts;
