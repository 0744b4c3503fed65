using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Overview;

/// <summary>A device that has not reported when it should have.</summary>
/// <param name="Sn">Serial number.</param>
/// <param name="Name">What staff call it, or null.</param>
/// <param name="DeviceType">Its type, or null.</param>
/// <param name="Status">Lost or late.</param>
/// <param name="LastHeardAt">Its last sign of life.</param>
/// <param name="Interval">How often it should report, when it has said so.</param>
public sealed record SilentRow(string Sn, string? Name, string? DeviceType, DeviceStatus Status, DateTimeOffset LastHeardAt, TimeSpan? Interval)
{
    /// <summary>Null when the device is neither lost nor late.</summary>
    public static SilentRow? Of(DeviceSnapshot device, DateTimeOffset now) =>
        device.StatusAt(now) is var status && status is DeviceStatus.Lost or DeviceStatus.Late
            ? new SilentRow(device.Sn, device.Name, device.DeviceType, status, device.LastHeardAt, device.Interval)
            : null;
}
