namespace Sensoro.Dashboard.Storage;

/// <summary>Orders of the device list.</summary>
public enum DeviceSort
{
    /// <summary>Most urgent first, then the one heard of last.</summary>
    Status,
    Sn,
    Name,
    Type,
    Battery,
    Interval,
    LastHeard,
}
