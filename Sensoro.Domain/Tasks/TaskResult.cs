namespace Sensoro.Domain.Tasks;

/// <summary>The outcome of a task as SENSORO pushed it. The push carries no serial number: staff link it to a device.</summary>
public sealed record TaskResult
{
    /// <summary>The message that brought the result.</summary>
    public required long MessageId { get; init; }

    public required string AppId { get; init; }

    /// <summary>Exact digits or text of <c>taskId</c>.</summary>
    public required string TaskId { get; init; }

    /// <summary>The device staff linked the task to, or null: not linked.</summary>
    public string? Sn { get; init; }

    /// <summary>The linked device's name.</summary>
    public string? DeviceName { get; init; }

    /// <summary>As sent; 0 is success.</summary>
    public string? ResultCode { get; init; }

    /// <summary>Null when the push carried no result code.</summary>
    public bool? Success { get; init; }

    /// <summary>JSON text, or null.</summary>
    public string? ResultData { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
