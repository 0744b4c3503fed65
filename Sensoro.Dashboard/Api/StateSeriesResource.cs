namespace Sensoro.Dashboard.Api;

/// <param name="Metric">Metric key.</param>
/// <param name="Intervals">Oldest first; times between them are gaps.</param>
public sealed record StateSeriesResource(string Metric, IReadOnlyList<StateIntervalResource> Intervals);
