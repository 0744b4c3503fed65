namespace Sensoro.Domain.Readings;

/// <summary>A metric of a device over a span of time, oldest first.</summary>
/// <param name="Metric">Metric key.</param>
/// <param name="Bucket">Width of one bucket; null when the points are raw values.</param>
/// <param name="Points">Never more than the caller asked for.</param>
public sealed record ReadingSeries(string Metric, TimeSpan? Bucket, IReadOnlyList<SeriesPoint> Points);
