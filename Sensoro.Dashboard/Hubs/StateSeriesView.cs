namespace Sensoro.Dashboard.Hubs;

/// <summary>An on/off metric over time.</summary>
/// <param name="Sn">Serial number of the device.</param>
/// <param name="Metric">Metric key.</param>
/// <param name="Interval">How often the device reports, in seconds; null when it has not said.</param>
/// <param name="Intervals">
/// [from, to, state, changes]: the state is 1 while active, 0 while clear and −1 where it changed too often to be told apart. Times are
/// Unix milliseconds; those between two intervals are gaps.
/// </param>
public sealed record StateSeriesView(string Sn, string Metric, double? Interval, IReadOnlyList<double[]> Intervals);
