namespace Sensoro.Dashboard.Hubs;

/// <summary>Names a series: a metric of a device.</summary>
public sealed record SeriesKeyView(string Sn, string Metric);
