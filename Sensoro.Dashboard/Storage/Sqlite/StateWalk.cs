namespace Sensoro.Dashboard.Storage.Sqlite;

/// <summary>How far a walk through a table clustered by device has come.</summary>
internal sealed class StateWalk(long deviceId)
{
    /// <summary>Before the first device.</summary>
    public const long Start = -1;

    public long DeviceId { get; set; } = deviceId;

    public long MetricId { get; set; }

    public long Deleted { get; set; }
}
