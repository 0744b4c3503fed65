using Sensoro.Domain.Devices;
using Sensoro.Domain.Tasks;

namespace Sensoro.Dashboard.Components.Overview;

/// <summary>What the overview shows, as the database had it at one moment.</summary>
public sealed record OverviewSnapshot
{
    public required FleetCounts Counts { get; init; }

    /// <summary>Devices in alarm or with a malfunction, at most <see cref="OverviewReader.MaxAttention"/>.</summary>
    public IReadOnlyList<DeviceSnapshot> Attention { get; init; } = [];

    /// <summary>Lost devices, then late ones; the ones heard of last come first.</summary>
    public IReadOnlyList<DeviceSnapshot> Silent { get; init; } = [];

    /// <summary>Worst first.</summary>
    public IReadOnlyList<DeviceSnapshot> LowBatteries { get; init; } = [];

    public int LowBatteryTotal { get; init; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<TaskResult> FailedTasks { get; init; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<RecentPush> Pushes { get; init; } = [];

    public required PushRate Rate { get; init; }
}
