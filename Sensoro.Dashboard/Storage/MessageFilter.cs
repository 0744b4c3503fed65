using Sensoro.Domain.Protocol;

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
}
