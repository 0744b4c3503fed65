using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Storage;

/// <summary>What a map shows of a fleet that is too large for it. A fleet that fits comes whole, whatever is asked for.</summary>
public sealed record MapPart
{
    public static MapPart Everything { get; } = new();

    public DeviceStatus? Status { get; init; }

    public string? DeviceType { get; init; }

    /// <summary>Whether the devices that do not come one by one are to be counted by squares.</summary>
    public bool HasCells { get; init; }

    /// <summary>Most devices of the answer.</summary>
    public int Most { get; init; } = DeviceQueries.MaxMapDevices;
}
