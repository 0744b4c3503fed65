using Sensoro.Domain.Protocol;

namespace Sensoro.Domain.Ledger;

/// <summary>One line of the message ledger: a push as it was received and stored, without its body.</summary>
public sealed record LedgerEntry
{
    /// <summary>Grows in commit order; the cursor of every projection and live view.</summary>
    public required long Id { get; init; }

    public required string AppId { get; init; }

    public required PushKind Kind { get; init; }

    public string? Sn { get; init; }

    public string? DeviceType { get; init; }

    public string? TaskId { get; init; }

    public string? MsgId { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the push, refused at first, was taken out of the quarantine; null for one that was stored at once.</summary>
    public DateTimeOffset? ReplayedAt { get; init; }

    /// <summary>The nonce: when SENSORO says it sent the push.</summary>
    public DateTimeOffset? SentAt { get; init; }

    public bool Encrypted { get; init; }

    /// <summary>How often the same push arrived.</summary>
    public int Deliveries { get; init; } = 1;

    /// <summary>Another push has the same identity and other content.</summary>
    public bool Conflict { get; init; }

    /// <summary>Size of the request body in bytes.</summary>
    public int Size { get; init; }

    /// <summary>How long the push took from the device's report to us; null when it carried no time.</summary>
    public TimeSpan? Delay => CreatedAt is { } created ? ReceivedAt - created : null;
}
