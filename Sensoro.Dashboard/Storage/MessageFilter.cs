using Sensoro.Domain.Protocol;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Storage;

/// <summary>Which messages of the ledger.</summary>
public sealed record MessageFilter
{
    public string? Sn { get; init; }

    public string? TaskId { get; init; }

    public string? MsgId { get; init; }

    public PushKind? Kind { get; init; }

    public bool? Encrypted { get; init; }

    /// <summary>Only messages with a greater id: bounds a search for what may be rare.</summary>
    public long? After { get; init; }

    /// <summary>Only messages up to this id: cuts a walk through the whole log into short reads.</summary>
    public long? Through { get; init; }

    /// <summary>Only messages received in this span; null for any time.</summary>
    public TimeRange? Received { get; init; }
}
