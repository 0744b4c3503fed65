namespace Sensoro.Dashboard.Storage;

/// <summary>Orders of the device list.</summary>
public enum DeviceSort
{
    /// <summary>Most urgent first, then the one heard of last.</summary>
    Status,

    /// <summary>Most urgent first, then by SN: a row moves only when its state changes, not with every push.</summary>
    StatusThenSn,
    Sn,
    Name,
    Type,
    Battery,
    Interval,
    LastHeard,
}
