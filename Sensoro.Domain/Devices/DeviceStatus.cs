namespace Sensoro.Domain.Devices;

/// <summary>The state of a device in the order of urgency: a lower number needs someone sooner.</summary>
public enum DeviceStatus
{
    Alarm = 0,
    Malfunction = 1,
    Lost = 2,
    Late = 3,
    Normal = 4,
    NeverSeen = 5,
    Maintenance = 6,
}
