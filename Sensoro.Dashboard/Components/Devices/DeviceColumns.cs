namespace Sensoro.Dashboard.Components.Devices;

/// <summary>Columns of the device list that can be left out, in the order they stand in; state and SN always stand before them.</summary>
[Flags]
public enum DeviceColumns
{
    None = 0,
    Name = 1,
    Type = 2,
    KeyValues = 4,
    Battery = 8,
    Interval = 16,
    LastMessage = 32,
    Tags = 64,
    ReportedAt = 128,
    FirstSeen = 256,
}
