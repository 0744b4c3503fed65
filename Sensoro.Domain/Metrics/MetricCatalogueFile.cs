namespace Sensoro.Domain.Metrics;

/// <summary>The shape of <c>metrics.json</c>.</summary>
internal sealed record MetricCatalogueFile(IReadOnlyList<MetricCatalogueEntry> Metrics);
