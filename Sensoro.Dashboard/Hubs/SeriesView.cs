namespace Sensoro.Dashboard.Hubs;

/// <summary>A series for a chart.</summary>
/// <param name="Sn">Serial number of the device.</param>
/// <param name="Metric">Metric key.</param>
/// <param name="Unit">Unit as printed.</param>
/// <param name="ResolutionMs">Width of a bucket; 0 when the points are raw values.</param>
/// <param name="Interval">How often the device reports, in seconds; null when it has not said.</param>
/// <param name="Points">Raw: [time, value]; buckets: [time, minimum, mean, maximum]. Times are Unix milliseconds.</param>
/// <param name="Late">The raw points that came late: [time, seconds from report to receipt].</param>
public sealed record SeriesView(
    string Sn, string Metric, string? Unit, long ResolutionMs, double? Interval, IReadOnlyList<double[]> Points, IReadOnlyList<double[]> Late);
