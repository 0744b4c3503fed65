namespace Sensoro.Dashboard.Storage;

/// <summary>What the readings of one series within one span of the clock came to. The table is clustered like the readings.</summary>
public abstract class RollupRow
{
    public long DeviceId { get; private set; }

    public int MetricId { get; private set; }

    /// <summary>Start of the span, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    public double Min { get; private set; }

    public double Max { get; private set; }

    public double Sum { get; private set; }

    public int Count { get; private set; }

    /// <summary>The earliest value.</summary>
    public double First { get; private set; }

    /// <summary>The latest value.</summary>
    public double Last { get; private set; }
}
