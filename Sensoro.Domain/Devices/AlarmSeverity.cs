namespace Sensoro.Domain.Devices;

/// <summary>What a device's own latest values say about it, before presence is considered. Stored in the database.</summary>
public enum AlarmSeverity
{
    None = 0,
    Malfunction = 1,
    Alarm = 2,
}
