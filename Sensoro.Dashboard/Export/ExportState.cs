namespace Sensoro.Dashboard.Export;

/// <summary>Where an export stands.</summary>
public enum ExportState
{
    Queued,
    Running,

    /// <summary>The file is there.</summary>
    Done,
    Failed,
    Cancelled,
}
