using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Export;

/// <summary>What the unit row says over the values.</summary>
internal static class SeriesUnit
{
    /// <summary>The unit when there is but one metric; otherwise every row names its own.</summary>
    public static string? Of(ExportRequest request) =>
        request.Metrics is [var only] ? MetricCatalogue.Find(only)?.Unit : "see unit";
}
