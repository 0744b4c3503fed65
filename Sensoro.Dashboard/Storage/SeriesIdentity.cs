namespace Sensoro.Dashboard.Storage;

/// <summary>A series as the database numbers it.</summary>
/// <param name="DeviceId">Short number of the device.</param>
/// <param name="MetricId">Short number of the metric; 0, which no metric has, when nothing was ever reported under its key.</param>
/// <param name="Interval">How often the device reports; null when it has not said.</param>
/// <param name="LostAfter">After this long a silence the device counts as lost.</param>
internal sealed record SeriesIdentity(long DeviceId, int MetricId, TimeSpan? Interval, TimeSpan LostAfter);
