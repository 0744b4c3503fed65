namespace Sensoro.Dashboard.Storage;

/// <summary>The outcome of a task as it was pushed.</summary>
public sealed class TaskResultRow
{
    public long MessageId { get; private set; }

    public string AppId { get; private set; } = "";

    public string TaskId { get; private set; } = "";

    public string? ResultCode { get; private set; }

    public bool? Success { get; private set; }

    public string? ResultData { get; private set; }

    public DateTimeOffset? CreatedAt { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }
}
