namespace Sensoro.Dashboard.Import;

/// <summary>A line of an export of messages. Nothing is certain about it: people edit files.</summary>
internal sealed record ExportedMessage
{
    public string? AppId { get; init; }

    public string? Kind { get; init; }

    public string? Sn { get; init; }

    public string? DeviceType { get; init; }

    public string? TaskId { get; init; }

    public string? MsgId { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? ReceivedAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public bool Encrypted { get; init; }

    public int Deliveries { get; init; } = 1;

    /// <summary>What the push says.</summary>
    public string? Body { get; init; }

    /// <summary>The same where it is not UTF-8.</summary>
    public byte[]? BodyBase64 { get; init; }

    /// <summary>The request body of an encrypted push.</summary>
    public string? Sealed { get; init; }
}
