using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Components.History;

/// <summary>What one series comes to.</summary>
/// <param name="Range">Lowest, mean, highest and count.</param>
/// <param name="Last">The newest value within the span.</param>
internal sealed record SummaryLine(MetricRange Range, double? Last);
