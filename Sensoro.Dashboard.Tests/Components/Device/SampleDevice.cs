using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Tests.Components.Device;

/// <summary>Devices as the database and the feed hand them to pages.</summary>
internal static class SampleDevice
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A device heard of at <paramref name="heard"/> (noon by default), reporting every minute unless said otherwise.</summary>
    public static DeviceSnapshot Of(string sn, DateTimeOffset? heard = null, TimeSpan? interval = null, bool tellsInterval = true, long messageId = 1, params LatestValue[] latest)
    {
        var lastHeard = heard ?? Noon;
        var every = interval ?? TimeSpan.FromMinutes(1);
        var (lateAt, lostAt) = new PresenceRule(TimeSpan.FromMinutes(10)).From(lastHeard, tellsInterval ? every : null);
        return new DeviceSnapshot
        {
            Sn = sn,
            DeviceType = "node",
            FirstSeenAt = Noon.AddDays(-3),
            LastSeenAt = lastHeard,
            LastReportedAt = lastHeard,
            LastHeardAt = lastHeard,
            Interval = tellsInterval ? every : null,
            LateAt = lateAt,
            LostAt = lostAt,
            Severity = SeverityRule.Worst(latest),
            Latest = latest,
            LastMessageId = messageId,
        };
    }

    public static LatestValue Number(string metric, double value, long messageId = 1) => Value(metric, MetricValue.Number(value), messageId: messageId);

    public static LatestValue State(string metric, bool active, DateTimeOffset? since = null) => Value(metric, MetricValue.State(active), since);

    public static LatestValue Value(string metric, MetricValue value, DateTimeOffset? since = null, long messageId = 1) =>
        new(metric, value, Noon, since ?? Noon, messageId);

    public static DevicePosition Place(double longitude = 121.47, double latitude = 31.23) =>
        new(new GeoPoint(longitude, latitude), CoordinateSystem.Gcj02, Noon, PositionSource.Fix);
}
