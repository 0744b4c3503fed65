namespace Sensoro.Dashboard.Components.Device;

/// <summary>The parts of the device page.</summary>
public enum DeviceTab
{
    Now,
    History,
    Tasks,
    Messages,
    Map,
}
