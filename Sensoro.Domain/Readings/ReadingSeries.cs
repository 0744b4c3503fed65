namespace Sensoro.Domain.Readings;

/// <summary>A metric of a device over a span of time, oldest first.</summary>
/// <param name="Key">Which series.</param>
/// <param name="Resolution">How finely it is told.</param>
/// <param name="Points">Never more than the caller asked for. Buckets without readings are left out: a gap stays a gap.</param>
/// <param name="Interval">How often the device reports; null when it has not said. Longer pauses than a few of them are gaps.</param>
public sealed record ReadingSeries(SeriesKey Key, Resolution Resolution, IReadOnlyList<SeriesPoint> Points, TimeSpan? Interval = null);
