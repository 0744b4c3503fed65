using Sensoro.Domain.Protocol;

namespace Sensoro.Domain.Ledger;

/// <summary>
/// A verified and readable push on its way to the log. The byte memories may be rented: they are valid until the append
/// has been answered.
/// </summary>
public sealed record NewMessage
{
    public required string AppId { get; init; }

    public required PushKind Kind { get; init; }

    public string? Sn { get; init; }

    public string? DeviceType { get; init; }

    public string? TaskId { get; init; }

    public string? MsgId { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When the push, refused at first, was taken out of the quarantine; null for one that is stored at once.</summary>
    public DateTimeOffset? ReplayedAt { get; init; }

    /// <summary>What the push says: the request body, or the decrypted content of an encrypted one.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The request body of an encrypted push as it was received; empty for a plain one.</summary>
    public ReadOnlyMemory<byte> Sealed { get; init; }

    public bool Encrypted => !Sealed.IsEmpty;

    /// <summary>Size of the request body in bytes.</summary>
    public int Size => Encrypted ? Sealed.Length : Body.Length;

    /// <summary>From <see cref="Ledger.ContentHash"/>: tells whether two pushes of one identity say the same.</summary>
    public required long ContentHash { get; init; }

    /// <summary>How often the push has arrived; more than once only for a message that another log had.</summary>
    public int Deliveries { get; init; } = 1;

    /// <summary>The message comes from another log or the quarantine, not from SENSORO: when it is here already, that is no further delivery.</summary>
    public bool IsReplay { get; init; }
}
