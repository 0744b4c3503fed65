using System.Runtime.InteropServices;

namespace Sensoro.Domain.Metrics;

/// <summary>One metric of one push.</summary>
/// <param name="Key">The member name inside <c>data</c>, case kept.</param>
/// <param name="Definition">The catalogue's entry, or null for a metric the catalogue does not know.</param>
/// <param name="Value">The value; never absent, possibly <see cref="MetricValueKind.Invalid"/>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Measurement(string Key, MetricDefinition? Definition, MetricValue Value);
