namespace Sensoro.Dashboard.Hubs;

/// <summary>One reading, for a chart that is already drawn.</summary>
/// <param name="Metric">Metric key.</param>
/// <param name="At">Unix milliseconds.</param>
/// <param name="Value">The number, or x, or the longitude.</param>
/// <param name="Y">y or the latitude.</param>
/// <param name="Z">z.</param>
public sealed record ReadingView(string Metric, long At, double Value, double Y, double Z);
