namespace Sensoro.Dashboard.Storage;

/// <summary>
/// One value of one metric at one time. The table is clustered by device, metric and time (no rowid): one series is one
/// run of pages.
/// </summary>
public sealed class ReadingRow
{
    public long DeviceId { get; private set; }

    public int MetricId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public double? Value { get; private set; }

    public double? Y { get; private set; }

    public double? Z { get; private set; }

    public string? Text { get; private set; }

    /// <summary>Seconds between the report and its receipt, for readings that came late; null when in time.</summary>
    public int? LateBy { get; private set; }
}
