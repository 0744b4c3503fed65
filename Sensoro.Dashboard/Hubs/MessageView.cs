namespace Sensoro.Dashboard.Hubs;

/// <summary>One line of the ledger. Times are Unix milliseconds.</summary>
public sealed record MessageView
{
    public required long Id { get; init; }

    public required long ReceivedAt { get; init; }

    public long? CreatedAt { get; init; }

    /// <summary>sensor, task, other.</summary>
    public required string Kind { get; init; }

    public string? Sn { get; init; }

    public string? TaskId { get; init; }

    public string? MsgId { get; init; }

    public bool Encrypted { get; init; }

    public int Deliveries { get; init; }

    public int Size { get; init; }

    public bool Conflict { get; init; }
}
