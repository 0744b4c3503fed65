using Sensoro.Dashboard.Live;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>One device as its page shows it: what was loaded, then what came, never something older than what is shown.</summary>
internal sealed class DeviceState(string sn)
{
    public string Sn { get; } = sn;

    /// <summary>Null while nothing is known of such a device.</summary>
    public DeviceSnapshot? Device { get; private set; }

    /// <summary>Takes what the database holds. News that arrived meanwhile stays when it is newer.</summary>
    public void Load(DeviceSnapshot? loaded) => Take(loaded);

    /// <summary>Takes in the news; true when there is something new to show.</summary>
    public bool Apply(FeedUpdate update)
    {
        var taken = false;
        foreach (var change in update.Devices)
        {
            taken |= string.Equals(change.Device.Sn, Sn, StringComparison.Ordinal) && Take(change.Device);
        }

        return taken;
    }

    private bool Take(DeviceSnapshot? device)
    {
        if (device is null || (Device is not null && !device.IsNewerThan(Device)))
        {
            return false;
        }

        Device = device;
        return true;
    }
}
