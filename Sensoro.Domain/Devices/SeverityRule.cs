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

    /// <summary>What is stored of a device.</summary>
    /// <param name="values">Its latest values.</param>
    /// <param name="isHeard">A push of it has come.</param>
    /// <param name="isMaintained">Staff work on it.</param>
    public static AlarmSeverity Of(IEnumerable<LatestValue> values, bool isHeard, bool isMaintained) =>
        isMaintained ? AlarmSeverity.Maintenance : isHeard ? Worst(values) : AlarmSeverity.NeverSeen;

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
