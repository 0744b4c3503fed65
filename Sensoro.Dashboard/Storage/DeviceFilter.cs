using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Storage;

/// <summary>Which devices, in which order.</summary>
public sealed record DeviceFilter
{
    /// <summary>Part of the SN, the name or a tag; of less than three letters the start of SN or name. Capitals do not matter.</summary>
    public string? Search { get; init; }

    public DeviceStatus? Status { get; init; }

    /// <summary>Only devices that need someone: alarm or malfunction.</summary>
    public bool NeedsSomeone { get; init; }

    /// <summary>Only devices that are not in order.</summary>
    public bool LeavesOutNormal { get; init; }

    public string? DeviceType { get; init; }

    /// <summary>Only devices with this tag, whole; capitals do not matter.</summary>
    public string? Tag { get; init; }

    /// <summary>Percent; only devices that report less.</summary>
    public double? BatteryBelow { get; init; }

    public DeviceSort Sort { get; init; } = DeviceSort.Status;

    public bool Descending { get; init; }
}
