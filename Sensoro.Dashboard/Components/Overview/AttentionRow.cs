using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Components.Overview;

/// <summary>A device that needs someone, and what is wrong with it. Two rows are equal when they look the same.</summary>
/// <param name="Sn">Serial number.</param>
/// <param name="Name">What staff call it, or null.</param>
/// <param name="DeviceType">Its type, or null.</param>
/// <param name="Severity">Alarm or malfunction.</param>
/// <param name="Metric">The metric that says so.</param>
/// <param name="Value">Its value.</param>
/// <param name="Since">Since when it says so.</param>
public sealed record AttentionRow(string Sn, string? Name, string? DeviceType, AlarmSeverity Severity, string Metric, MetricValue Value, DateTimeOffset Since)
{
    /// <summary>The worst thing about the device, the newest of several equally bad ones; null when nothing is wrong with it.</summary>
    public static AttentionRow? Of(DeviceSnapshot device)
    {
        AttentionRow? worst = null;
        foreach (var latest in device.Latest)
        {
            var severity = SeverityRule.Of(MetricCatalogue.Find(latest.Metric), latest.Value);
            if (severity != AlarmSeverity.None && (worst is null || severity > worst.Severity || (severity == worst.Severity && latest.Since > worst.Since)))
            {
                worst = new AttentionRow(device.Sn, device.Name, device.DeviceType, severity, latest.Metric, latest.Value, latest.Since);
            }
        }

        return worst;
    }
}
