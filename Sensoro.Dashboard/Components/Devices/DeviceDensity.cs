namespace Sensoro.Dashboard.Components.Devices;

/// <summary>How close the rows of the device list stand.</summary>
public enum DeviceDensity
{
    Compact,
    Comfortable,
}
