using System.Runtime.InteropServices;
using Sensoro.Domain.Metrics;

namespace Sensoro.Domain.Readings;

/// <summary>One value of one metric at one time.</summary>
/// <param name="Metric">Metric key.</param>
/// <param name="At">When the device reported it.</param>
/// <param name="Value">The value.</param>
/// <param name="LateBy">How long after its report it was received, when that is late.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Reading(string Metric, DateTimeOffset At, MetricValue Value, TimeSpan? LateBy = null);
