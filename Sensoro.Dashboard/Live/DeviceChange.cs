using Sensoro.Domain.Devices;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Live;

/// <summary>A device as it is now, with the readings that made it so.</summary>
/// <param name="Device">The newest state.</param>
/// <param name="Readings">Readings since the last change that was handed out, oldest first; late ones included.</param>
/// <param name="IsNew">The device was not known before.</param>
public sealed record DeviceChange(DeviceSnapshot Device, IReadOnlyList<Reading> Readings, bool IsNew)
{
    /// <summary>More readings than this are not news any more: whoever needs them all asks the database.</summary>
    internal const int MaxReadings = 2_000;

    /// <summary>Two changes of one device as one.</summary>
    public DeviceChange Then(DeviceChange next)
    {
        var readings = Readings.Count == 0 ? next.Readings : [.. Readings, .. next.Readings];
        return new DeviceChange(next.Device, readings.Count > MaxReadings ? readings.Skip(readings.Count - MaxReadings).ToArray() : readings, IsNew || next.IsNew);
    }
}
