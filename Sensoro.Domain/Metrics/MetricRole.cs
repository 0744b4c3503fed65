namespace Sensoro.Domain.Metrics;

/// <summary>What a metric is for: a measurement, the device's own health, its configuration, its place or its identity.</summary>
public enum MetricRole
{
    Measurement,
    Health,
    Config,
    Position,
    Identity,
}
