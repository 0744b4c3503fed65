namespace Sensoro.Dashboard.Storage;

/// <summary>Which task results.</summary>
public sealed record TaskFilter
{
    /// <summary>Part of the taskId, or of the linked device's SN or name; capitals do not matter.</summary>
    public string? Search { get; init; }

    public string? Sn { get; init; }

    public string? TaskId { get; init; }

    public TaskOutcome? Outcome { get; init; }
}
