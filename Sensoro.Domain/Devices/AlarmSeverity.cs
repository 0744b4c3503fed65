namespace Sensoro.Domain.Devices;

/// <summary>
/// What is known of a device before presence is considered: what its own latest values say or, below <see cref="None"/>, why nothing
/// is expected of it. Stored in the database.
/// </summary>
public enum AlarmSeverity
{
    /// <summary>Staff have entered the device; no push of it has come yet.</summary>
    NeverSeen = -2,

    /// <summary>Somebody works on the device: what it says is kept and alarms nobody.</summary>
    Maintenance = -1,

    None = 0,
    Malfunction = 1,
    Alarm = 2,
}
