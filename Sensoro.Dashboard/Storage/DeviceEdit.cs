using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Storage;

/// <summary>A change that staff make to a device. What is null stays as it is.</summary>
public sealed record DeviceEdit(string Sn)
{
    public DeviceLabels? Labels { get; init; }

    public PlaceChange? Place { get; init; }

    public MaintenanceChange? Maintenance { get; init; }

    /// <summary>Enters the device when no push has made it known yet.</summary>
    public bool Adds { get; init; }

    /// <summary>Takes a device that staff entered away again, unless a push of it has come since.</summary>
    public bool Removes { get; init; }
}
