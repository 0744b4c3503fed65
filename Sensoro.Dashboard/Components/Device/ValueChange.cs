using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>What one push changed about one metric.</summary>
/// <param name="Metric">Metric key.</param>
/// <param name="Before">The value until then; null when none was known.</param>
/// <param name="After">The value since.</param>
public sealed record ValueChange(string Metric, MetricValue? Before, MetricValue After)
{
    /// <summary>Whether a reader would see a difference: numbers are compared as they are printed.</summary>
    public static bool IsVisible(string metric, MetricValue before, MetricValue after)
    {
        if (before.Kind != after.Kind)
        {
            return true;
        }

        return after.Kind switch
        {
            MetricValueKind.Number => Printed(metric, before.X) != Printed(metric, after.X),
            MetricValueKind.State => before.Active != after.Active,
            _ => before != after,
        };
    }

    private static double Printed(string metric, double value) =>
        Math.Round(value, Math.Clamp(MetricCatalogue.Find(metric)?.Decimals ?? 3, 0, 15), MidpointRounding.AwayFromZero);
}
