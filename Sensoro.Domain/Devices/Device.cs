using Sensoro.Domain.Ledger;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Readings;

namespace Sensoro.Domain.Devices;

/// <summary>
/// A device as its pushes make it. Pushes are applied in log order; one that was made before what is already known adds
/// to the history and never replaces a newer value.
/// </summary>
public sealed class Device
{
    private readonly Dictionary<string, LatestValue> _latest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset?> _changed = new(StringComparer.Ordinal);

    private Device(long id, string sn, string appId)
    {
        Id = id;
        Sn = sn;
        AppId = appId;
    }

    /// <summary>Short number of the device in the database.</summary>
    public long Id { get; }

    public string Sn { get; }

    /// <summary>The application whose push came first; empty while none has come.</summary>
    public string AppId { get; private set; }

    public string? Name { get; private set; }

    public IReadOnlyList<string> Tags { get; private set; } = [];

    /// <summary>How often staff changed the device.</summary>
    public int Revision { get; private set; }

    /// <summary>Until when staff work on it.</summary>
    public DateTimeOffset? MaintenanceUntil { get; private set; }

    public string? DeviceType { get; private set; }

    public DateTimeOffset FirstSeenAt { get; private set; }

    public DateTimeOffset LastSeenAt { get; private set; }

    public DateTimeOffset? LastReportedAt { get; private set; }

    public DateTimeOffset LastHeardAt { get; private set; }

    public DevicePosition? Position { get; private set; }

    public long LastMessageId { get; private set; }

    public double? Battery => NumberOf(MetricKeys.Battery);

    public TimeSpan? Interval => NumberOf(MetricKeys.Interval) is { } seconds and > 0 and < 366 * 86_400 ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>Whether a push of it has ever come.</summary>
    private bool IsHeard => LastHeardAt != DateTimeOffset.MinValue;

    /// <summary>A device heard of for the first time.</summary>
    public static Device Discover(long id, string sn, LedgerEntry first) => new(id, sn, first.AppId)
    {
        FirstSeenAt = first.ReceivedAt,
        LastSeenAt = first.ReceivedAt,
        LastHeardAt = HeardAt(first),
    };

    /// <summary>A device as the database holds it.</summary>
    public static Device Restore(long id, string appId, DeviceSnapshot stored)
    {
        var device = new Device(id, stored.Sn, appId)
        {
            Name = stored.Name,
            Tags = stored.Tags,
            Revision = stored.Revision,
            MaintenanceUntil = stored.MaintenanceUntil,
            DeviceType = stored.DeviceType,
            FirstSeenAt = stored.FirstSeenAt,
            LastSeenAt = stored.LastSeenAt,
            LastReportedAt = stored.LastReportedAt,
            LastHeardAt = stored.LastHeardAt,
            Position = stored.Position,
            LastMessageId = stored.LastMessageId,
        };
        foreach (var value in stored.Latest)
        {
            device._latest[value.Metric] = value;
        }

        return device;
    }

    /// <summary>Takes in one push.</summary>
    /// <param name="entry">The push as the log holds it.</param>
    /// <param name="measurements">What it measured.</param>
    /// <param name="datum">The datum of positions the device sends.</param>
    /// <param name="history">Receives the readings that the push adds to the history.</param>
    public void Apply(LedgerEntry entry, IReadOnlyList<Measurement> measurements, CoordinateSystem datum, ICollection<Reading> history)
    {
        var lateBy = Lateness.Of(entry);
        var at = ReadingTime.Of(entry);
        if (!IsHeard)
        {
            (AppId, FirstSeenAt) = (entry.AppId, entry.ReceivedAt);
        }

        if (at >= LastHeardAt && entry.DeviceType is { } type)
        {
            DeviceType = type;
        }

        LastSeenAt = Later(LastSeenAt, entry.ReceivedAt);
        LastHeardAt = Later(LastHeardAt, HeardAt(entry));
        LastReportedAt = entry.CreatedAt is { } created ? Later(LastReportedAt ?? created, created) : LastReportedAt;
        LastMessageId = Math.Max(LastMessageId, entry.Id);
        for (var i = 0; i < measurements.Count; i++)
        {
            var (key, _, value) = measurements[i];
            if (value.Kind is not (MetricValueKind.Invalid or MetricValueKind.NoFix))
            {
                history.Add(new Reading(key, at, value, lateBy));
            }

            Take(key, value, at, entry.Id);
        }

        Move(measurements, at, datum);
    }

    /// <summary>The latest values that changed since the last call.</summary>
    public IReadOnlyList<LatestChange> TakeChanges()
    {
        var changes = new LatestChange[_changed.Count];
        var i = 0;
        foreach (var (key, before) in _changed)
        {
            changes[i++] = new LatestChange(_latest[key], before);
        }

        _changed.Clear();
        return changes;
    }

    public DeviceSnapshot ToSnapshot(PresenceRule presence)
    {
        var (lateAt, lostAt) = presence.From(LastHeardAt, Interval);
        var latest = _latest.Values.ToArray();
        return new DeviceSnapshot
        {
            Sn = Sn,
            Name = Name,
            Tags = Tags,
            DeviceType = DeviceType,
            FirstSeenAt = FirstSeenAt,
            LastSeenAt = LastSeenAt,
            LastReportedAt = LastReportedAt,
            LastHeardAt = LastHeardAt,
            Battery = Battery,
            Interval = Interval,
            LateAt = lateAt,
            LostAt = lostAt,
            Severity = SeverityRule.Of(latest, IsHeard, MaintenanceUntil is not null),
            Position = Position,
            Latest = latest,
            LastMessageId = LastMessageId,
            Revision = Revision,
            MaintenanceUntil = MaintenanceUntil,
        };
    }

    private static DateTimeOffset HeardAt(LedgerEntry entry)
    {
        var at = ReadingTime.Of(entry);
        return at < entry.ReceivedAt ? at : entry.ReceivedAt;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private void Take(string key, MetricValue value, DateTimeOffset at, long messageId)
    {
        var known = _latest.GetValueOrDefault(key);
        if (value.Kind == MetricValueKind.Invalid || known?.At > at)
        {
            return;
        }

        var since = known is not null && SameState(known.Value, value) ? known.Since : at;
        _latest[key] = new LatestValue(key, value, at, since, messageId);
        _changed.TryAdd(key, known?.At);
    }

    private void Move(IReadOnlyList<Measurement> measurements, DateTimeOffset at, CoordinateSystem datum)
    {
        if (Position is { Source: PositionSource.Manual } || (Position is not null && Position.At > at))
        {
            return;
        }

        if (PositionIn(measurements) is { } point)
        {
            Position = new DevicePosition(point, datum, at, PositionSource.Fix);
        }
    }

    /// <summary>From <c>lonlat</c>, or from the pair that combined devices send as two numbers.</summary>
    private static GeoPoint? PositionIn(IReadOnlyList<Measurement> measurements)
    {
        double? longitude = null;
        double? latitude = null;
        for (var i = 0; i < measurements.Count; i++)
        {
            var (key, _, value) = measurements[i];
            if (value.Kind == MetricValueKind.Position)
            {
                return new GeoPoint(value.X, value.Y);
            }

            if (value.Kind == MetricValueKind.Number)
            {
                longitude = key == MetricKeys.Longitude ? value.X : longitude;
                latitude = key == MetricKeys.Latitude ? value.X : latitude;
            }
        }

        return longitude is { } x and not 0 and >= -180 and <= 180 && latitude is { } y and not 0 and >= -90 and <= 90 ? new GeoPoint(x, y) : null;
    }

    private static bool SameState(MetricValue known, MetricValue value) =>
        known.Kind == value.Kind && (known.Kind == MetricValueKind.State ? known.Active == value.Active : known == value);

    private double? NumberOf(string key) =>
        _latest.GetValueOrDefault(key) is { Value: { Kind: MetricValueKind.Number } value } ? value.X : null;
}
