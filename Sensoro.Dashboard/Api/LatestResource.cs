using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Api;

/// <param name="Value">The value.</param>
/// <param name="At">When the device reported it.</param>
public sealed record LatestResource(MetricValue Value, DateTimeOffset At);
