using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Tests.Components.Devices;

/// <summary>Devices as the database and the feed hand them to the list.</summary>
internal static class FleetDevice
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A device that reported at noon and does so every ten minutes.</summary>
    public static DeviceSnapshot Of(string sn, long messageId = 1, double temperature = 20, AlarmSeverity severity = AlarmSeverity.None, string? name = null, double battery = 80) => new()
    {
        Sn = sn,
        Name = name,
        DeviceType = "node",
        FirstSeenAt = Noon.AddDays(-3),
        LastSeenAt = Noon,
        LastReportedAt = Noon,
        LastHeardAt = Noon,
        Battery = battery,
        Interval = TimeSpan.FromMinutes(10),
        LateAt = Noon.AddMinutes(15),
        LostAt = Noon.AddMinutes(30),
        Severity = severity,
        Latest = [new LatestValue("temperature", MetricValue.Number(temperature), Noon, Noon, messageId)],
        LastMessageId = messageId,
    };

    /// <summary>Counts with this many devices in each state, most urgent first.</summary>
    public static FleetCounts Counts(params IReadOnlyList<int> byStatus) =>
        new(Noon, [.. byStatus, .. Enumerable.Repeat(0, DeviceStatuses.All.Count - byStatus.Count)], 0, Noon);
}
