using System.Runtime.InteropServices;

namespace Sensoro.Domain.Readings;

/// <summary>One point of a series: a raw value, or what a bucket of values comes to.</summary>
/// <param name="At">The time of the value, or the start of the bucket.</param>
/// <param name="Value">The value, or the mean of the bucket.</param>
/// <param name="Min">Smallest value in the bucket.</param>
/// <param name="Max">Largest value in the bucket.</param>
/// <param name="Count">Number of values in the bucket.</param>
/// <param name="LateBy">How long after its report a raw value was received, when that is late; null otherwise and for buckets.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SeriesPoint(DateTimeOffset At, double Value, double Min, double Max, int Count, TimeSpan? LateBy = null);
