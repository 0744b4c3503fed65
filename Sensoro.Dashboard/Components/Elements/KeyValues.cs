using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Components.Elements;

/// <summary>The few values that say most about a device: what is wrong first, then what it measures; never its own battery or settings.</summary>
public static class KeyValues
{
    public static IEnumerable<LatestValue> Of(DeviceSnapshot device, int count) => device.Latest
        .Where(static value => IsKey(value))
        .OrderBy(static value => Rank(value))
        .ThenBy(static value => value.Metric, StringComparer.Ordinal)
        .Take(count);

    /// <summary>Whether this value is what makes the device need someone.</summary>
    public static bool IsWrong(LatestValue value) => SeverityOf(value) != AlarmSeverity.None;

    private static AlarmSeverity SeverityOf(LatestValue value) => SeverityRule.Of(MetricCatalogue.Find(value.Metric), value.Value);

    private static bool IsKey(LatestValue value) =>
        MetricCatalogue.Find(value.Metric) is not { Role: MetricRole.Health or MetricRole.Config or MetricRole.Identity }
        && value.Value.Kind is not (MetricValueKind.NoFix or MetricValueKind.Invalid or MetricValueKind.Json);

    private static int Rank(LatestValue value) => value switch
    {
        _ when SeverityOf(value) == AlarmSeverity.Alarm => 0,
        _ when SeverityOf(value) == AlarmSeverity.Malfunction => 1,
        { Value.Kind: MetricValueKind.State } => 2,
        { Value.Kind: MetricValueKind.Number } => 3,
        { Value.Kind: MetricValueKind.Position } => 4,
        _ => 5,
    };
}
