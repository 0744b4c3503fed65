namespace Sensoro.Dashboard.Hubs;

/// <summary>A series for a chart.</summary>
/// <param name="Metric">Metric key.</param>
/// <param name="Unit">Unit as printed.</param>
/// <param name="ResolutionMs">Width of a bucket; 0 when the points are raw values.</param>
/// <param name="Cursor">A message that the points surely include.</param>
/// <param name="Points">Raw: [time, value]; buckets: [time, minimum, mean, maximum]. Times are Unix milliseconds.</param>
public sealed record SeriesView(string Metric, string? Unit, long ResolutionMs, long Cursor, IReadOnlyList<double[]> Points);
