namespace Sensoro.Dashboard.Storage;

/// <summary>One push in the log. Rows are only ever added; the delivery counter and the conflict mark are all that changes.</summary>
public sealed class MessageRow
{
    public long Id { get; private set; }

    public string AppId { get; private set; } = "";

    /// <summary><c>sensor</c>, <c>task</c> or <c>other</c>.</summary>
    public string Kind { get; private set; } = "";

    public string? Sn { get; private set; }

    public string? DeviceType { get; private set; }

    public string? TaskId { get; private set; }

    public string? MsgId { get; private set; }

    public DateTimeOffset? CreatedAt { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When the push, refused at first, was taken out of the quarantine; null for nearly all.</summary>
    public DateTimeOffset? ReplayedAt { get; private set; }

    public bool Encrypted { get; private set; }

    public int Deliveries { get; private set; }

    public bool Conflict { get; private set; }

    public int Size { get; private set; }

    public long ContentHash { get; private set; }

    /// <summary>How <see cref="Body"/> and <see cref="Sealed"/> are written: 0 as they are, 1 zstd, above that zstd with the dictionary of this number.</summary>
    public int Codec { get; private set; }

    public byte[] Body { get; private set; } = [];

    public byte[]? Sealed { get; private set; }
}
