namespace Sensoro.Domain.Readings;

/// <summary>An on/off metric of a device over a span of time, oldest first. Times without an interval are gaps.</summary>
/// <param name="Key">Which series.</param>
/// <param name="Intervals">Never more than the caller asked for.</param>
public sealed record StateSeries(SeriesKey Key, IReadOnlyList<StateInterval> Intervals);
