using Sensoro.Domain.Metrics;

namespace Sensoro.Domain.Devices;

/// <summary>The newest value of one metric of one device.</summary>
/// <param name="Metric">Metric key.</param>
/// <param name="Value">The value; never <see cref="MetricValueKind.Invalid"/>.</param>
/// <param name="At">When the device reported it.</param>
/// <param name="Since">Since when the value is what it is: for states, the first report of the present state.</param>
/// <param name="MessageId">The push that brought it.</param>
public sealed record LatestValue(string Metric, MetricValue Value, DateTimeOffset At, DateTimeOffset Since, long MessageId);
