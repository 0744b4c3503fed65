namespace Sensoro.Dashboard.Api;

/// <param name="Metric">Metric key.</param>
/// <param name="Unit">Unit as printed.</param>
/// <param name="Resolution"><c>raw</c>, the width of a bucket as an ISO 8601 duration, or <c>day</c> or <c>month</c> and its time zone.</param>
/// <param name="Points">Oldest first.</param>
public sealed record SeriesResource(string Metric, string? Unit, string Resolution, IReadOnlyList<PointResource> Points);
