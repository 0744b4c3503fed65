using Sensoro.Domain.Devices;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Tasks;

namespace Sensoro.Dashboard.Live;

/// <summary>What has changed since the last update, after it was committed.</summary>
public sealed record FeedUpdate
{
    /// <summary>The newest message that is part of this update, or of an earlier one.</summary>
    public required long Cursor { get; init; }

    /// <summary>Each changed device once.</summary>
    public IReadOnlyList<DeviceChange> Devices { get; init; } = [];

    /// <summary>Devices that staff had entered and have taken away again.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>New lines of the ledger, oldest first.</summary>
    public IReadOnlyList<LedgerEntry> Messages { get; init; } = [];

    /// <summary>Lines of the ledger that this update leaves out because there were too many.</summary>
    public int SkippedMessages { get; init; }

    public IReadOnlyList<TaskResult> Tasks { get; init; } = [];

    /// <summary>The counts, when they were taken anew.</summary>
    public FleetCounts? Counts { get; init; }
}
