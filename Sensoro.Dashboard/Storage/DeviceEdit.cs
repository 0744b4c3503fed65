using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Storage;

/// <summary>A change that staff make to a device. What is null stays as it is.</summary>
public sealed record DeviceEdit(string Sn)
{
    public DeviceLabels? Labels { get; init; }

    public PlaceChange? Place { get; init; }
}
