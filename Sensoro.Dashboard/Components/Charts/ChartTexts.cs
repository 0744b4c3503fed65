namespace Sensoro.Dashboard.Components.Charts;

/// <summary>Words of charts and gauges.</summary>
public sealed class ChartTexts;
