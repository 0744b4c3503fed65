namespace Sensoro.Dashboard.Export;

/// <summary>One export and how far it is. Changes by being replaced.</summary>
public sealed record ExportRecord
{
    /// <summary>128 random bits: whoever has it may fetch the file.</summary>
    public required string Id { get; init; }

    public required ExportRequest Request { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public ExportState State { get; init; }

    public ExportFault Fault { get; init; }

    public long Rows { get; init; }

    public long Bytes { get; init; }

    public long EstimatedRows { get; init; }

    public bool IsUnfinished => State is ExportState.Queued or ExportState.Running;
}
