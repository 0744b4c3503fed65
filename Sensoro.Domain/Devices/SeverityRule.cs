using Sensoro.Domain.Metrics;

namespace Sensoro.Domain.Devices;

/// <summary>
/// What a device's values say about it. Pushes carry no alarm flag, and SENSORO publishes no limits for numbers, so only alarm-type
/// states count.
/// </summary>
public static class SeverityRule
{
    /// <summary>The tamper contact: the sensor was taken off its mount. It says that the device is in trouble, not the place.</summary>
    private const string TamperKey = "installed";

    public static AlarmSeverity Of(MetricDefinition? definition, MetricValue value)
    {
        if (value is not { Kind: MetricValueKind.State, Active: true })
        {
            return AlarmSeverity.None;
        }

        return definition?.Key == TamperKey ? AlarmSeverity.Malfunction : AlarmSeverity.Alarm;
    }

    public static AlarmSeverity Worst(IEnumerable<LatestValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var worst = AlarmSeverity.None;
        foreach (var latest in values)
        {
            var severity = Of(MetricCatalogue.Find(latest.Metric), latest.Value);
            worst = severity > worst ? severity : worst;
        }

        return worst;
    }
}
