namespace Sensoro.Domain.Metrics;

/// <summary>The shape the catalogue expects of a metric.</summary>
public enum MetricKind
{
    Number,
    Bool,
    Vector3,
    Position,
    Text,
}
