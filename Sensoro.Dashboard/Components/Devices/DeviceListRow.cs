using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Devices;

/// <summary>A line of the list. The object stays while the line is shown, so that news changes the line instead of replacing it.</summary>
public sealed class DeviceListRow(DeviceSnapshot device)
{
    /// <summary>How long a device counts as new.</summary>
    public static readonly TimeSpan NewFor = TimeSpan.FromHours(1);

    public string Sn => Device.Sn;

    public DeviceSnapshot Device { get; private set; } = device;

    public bool IsNew(DateTimeOffset now) => Device.IsHeard && now - Device.FirstSeenAt < NewFor;

    /// <summary>Takes a snapshot over unless a newer one is shown.</summary>
    public bool Merge(DeviceSnapshot snapshot)
    {
        if (Device.IsNewerThan(snapshot) || ReferenceEquals(snapshot, Device))
        {
            return false;
        }

        Device = snapshot;
        return true;
    }
}
