using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Storage;

/// <summary>Turns the columns of a stored value back into the value.</summary>
internal static class MetricValues
{
    public static MetricValue Restore(MetricValueKind kind, double value, double y, double z, string? text, bool active, bool hasNumber) => kind switch
    {
        MetricValueKind.Number => MetricValue.Number(value),
        MetricValueKind.State => MetricValue.State(active, hasNumber ? value : null),
        MetricValueKind.Flag => MetricValue.Flag(active),
        MetricValueKind.Vector => MetricValue.Vector(value, y, z),
        MetricValueKind.Position => MetricValue.Position(value, y),
        MetricValueKind.NoFix => MetricValue.NoFix,
        MetricValueKind.Text => MetricValue.OfText(text ?? ""),
        MetricValueKind.Json => MetricValue.OfJson(text ?? ""),
        MetricValueKind.Invalid => MetricValue.Invalid,
    };
}
