namespace Sensoro.Dashboard.Storage;

/// <summary>What the numbers of one metric came to within a span of time.</summary>
/// <param name="Metric">Metric key.</param>
/// <param name="Min">Smallest value.</param>
/// <param name="Mean">Mean of all readings.</param>
/// <param name="Max">Largest value.</param>
/// <param name="Count">Number of readings, at least one.</param>
public sealed record MetricRange(string Metric, double Min, double Mean, double Max, int Count);
