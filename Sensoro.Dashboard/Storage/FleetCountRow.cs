using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Storage;

/// <summary>How many devices of a type have a severity.</summary>
public sealed class FleetCountRow
{
    /// <summary>Empty for devices that name no type.</summary>
    public string DeviceType { get; private set; } = "";

    public AlarmSeverity Severity { get; private set; }

    public int Count { get; private set; }
}
