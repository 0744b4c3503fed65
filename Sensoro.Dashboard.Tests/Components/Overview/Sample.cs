using Sensoro.Dashboard.Components.Overview;
using Sensoro.Dashboard.Live;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Tests.Components.Overview;

/// <summary>Devices and updates around one noon.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static DeviceSnapshot Device(string sn, long messageId, TimeSpan? heardAgo = null, params (string Metric, MetricValue Value, TimeSpan Ago)[] values)
    {
        var heardAt = Noon - (heardAgo ?? TimeSpan.Zero);
        LatestValue[] latest = [.. values.Select(value => new LatestValue(value.Metric, value.Value, heardAt, Noon - value.Ago, messageId))];
        return new DeviceSnapshot
        {
            Sn = sn,
            FirstSeenAt = heardAt,
            LastSeenAt = heardAt,
            LastHeardAt = heardAt,
            LateAt = heardAt.AddMinutes(15),
            LostAt = heardAt.AddMinutes(30),
            Severity = SeverityRule.Worst(latest),
            Latest = latest,
            LastMessageId = messageId,
        };
    }

    public static DeviceSnapshot Smoke(string sn, long messageId, int minutesAgo) =>
        Device(sn, messageId, null, ("smoke", MetricValue.State(active: true, 1), TimeSpan.FromMinutes(minutesAgo)));

    public static DeviceSnapshot Tampered(string sn, long messageId, int minutesAgo) =>
        Device(sn, messageId, null, ("installed", MetricValue.State(active: true), TimeSpan.FromMinutes(minutesAgo)));

    public static DeviceSnapshot Fine(string sn, long messageId) => Device(sn, messageId, null, ("temperature", MetricValue.Number(20.5), TimeSpan.Zero));

    public static DeviceSnapshot Silent(string sn, long messageId, int minutesAgo) => Device(sn, messageId, TimeSpan.FromMinutes(minutesAgo));

    public static FeedUpdate Update(params DeviceSnapshot[] devices) => new()
    {
        Cursor = devices.Length == 0 ? 0 : devices.Max(device => device.LastMessageId),
        Devices = [.. devices.Select(device => new DeviceChange(device, [], IsNew: false))],
    };

    public static FleetCounts Counts(int alarm = 0, int malfunction = 0, int lost = 0, int late = 0, int normal = 0) =>
        new(Noon, [alarm, malfunction, lost, late, normal, 0, 0], 0, null);

    public static OverviewSnapshot Snapshot(FleetCounts? counts = null, params DeviceSnapshot[] devices) => new()
    {
        Counts = counts ?? Counts(normal: devices.Length),
        Attention = [.. devices.Where(device => device.Severity != AlarmSeverity.None)],
        Silent = [.. devices.Where(device => device.StatusAt(Noon) is DeviceStatus.Lost or DeviceStatus.Late)],
        Pushes = [.. devices.Select(RecentPush.Of)],
        Rate = PushRate.Of(Noon, [1, 2, 3], []),
    };
}
