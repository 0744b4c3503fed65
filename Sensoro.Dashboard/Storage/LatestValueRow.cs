using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Storage;

/// <summary>The newest value of one metric of one device.</summary>
public sealed class LatestValueRow
{
    public long DeviceId { get; private set; }

    public int MetricId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset Since { get; private set; }

    public long MessageId { get; private set; }

    public MetricValueKind Kind { get; private set; }

    public double Value { get; private set; }

    public double Y { get; private set; }

    public double Z { get; private set; }

    public string? Text { get; private set; }

    public bool Active { get; private set; }

    public bool HasNumber { get; private set; }

    public MetricValue ToMetricValue() => MetricValues.Restore(Kind, Value, Y, Z, Text, Active, HasNumber);
}
