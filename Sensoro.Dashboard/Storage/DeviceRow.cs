using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Storage;

/// <summary>A device as its pushes made it and staff describe it. The names of its columns are part of the contract.</summary>
public sealed class DeviceRow
{
    public string Sn { get; private set; } = "";

    /// <summary>Short number that readings and latest values carry instead of the SN.</summary>
    public long Id { get; private set; }

    public string AppId { get; private set; } = "";

    public string? Name { get; private set; }

    /// <summary>Tags that staff gave it, each between two line breaks, so that a whole tag can be found; null for none.</summary>
    public string? Tags { get; private set; }

    public string? DeviceType { get; private set; }

    public DateTimeOffset FirstSeenAt { get; private set; }

    public DateTimeOffset LastSeenAt { get; private set; }

    public DateTimeOffset? LastReportedAt { get; private set; }

    public DateTimeOffset LastHeardAt { get; private set; }

    public double? Battery { get; private set; }

    public double? IntervalSeconds { get; private set; }

    public DateTimeOffset LateAt { get; private set; }

    public DateTimeOffset LostAt { get; private set; }

    public AlarmSeverity Severity { get; private set; }

    public double? Longitude { get; private set; }

    public double? Latitude { get; private set; }

    public CoordinateSystem? Datum { get; private set; }

    public DateTimeOffset? PositionAt { get; private set; }

    public PositionSource? PositionSource { get; private set; }

    public long LastMessageId { get; private set; }

    /// <summary>How often staff changed the device: of two states after the same message the one with the higher number is newer.</summary>
    public int Revision { get; private set; }

    /// <summary>The newest message that was folded when staff last changed the device; null when they never did.</summary>
    public long? EditedAfter { get; private set; }

    /// <summary>Until when staff work on it; null when they do not.</summary>
    public DateTimeOffset? MaintenanceUntil { get; private set; }

    /// <summary>Whether a push of it has ever come.</summary>
    internal bool IsHeard => LastHeardAt != DateTimeOffset.MinValue;

    private DevicePosition? Position => Longitude is { } longitude && Latitude is { } latitude
        ? new DevicePosition(new GeoPoint(longitude, latitude), Datum ?? CoordinateSystem.Gcj02, PositionAt ?? LastHeardAt, PositionSource ?? Domain.Devices.PositionSource.Fix)
        : null;

    /// <summary>A device that is still to be mounted: nothing is known of it but what staff say.</summary>
    internal static DeviceRow Plan(long id, string sn, DateTimeOffset now, long cursor) => new()
    {
        Id = id,
        Sn = sn,
        FirstSeenAt = now,
        LastSeenAt = DateTimeOffset.MinValue,
        LastHeardAt = DateTimeOffset.MinValue,
        LateAt = DateTimeOffset.MinValue,
        LostAt = DateTimeOffset.MinValue,
        Severity = AlarmSeverity.NeverSeen,
        EditedAfter = cursor,
    };

    /// <summary>Makes a change of staff.</summary>
    /// <param name="edit">What to change.</param>
    /// <param name="cursor">The newest message that is folded.</param>
    /// <param name="latest">The latest values of the device.</param>
    /// <returns>The change that takes it back; null when there was nothing to change.</returns>
    internal DeviceEdit? Apply(DeviceEdit edit, long cursor, IEnumerable<LatestValue> latest)
    {
        var before = Described();
        var labels = edit.Labels ?? before.Labels;
        if (Equals(labels, before.Labels)
            && (edit.Place is null || edit.Place == before.Place)
            && (edit.Maintenance is null || edit.Maintenance == before.Maintenance))
        {
            return null;
        }

        (Name, Tags) = (labels?.Name, labels?.StoredTags);
        if (edit.Maintenance is { } maintenance)
        {
            MaintenanceUntil = maintenance.Until;
            Severity = SeverityRule.Of(latest, IsHeard, MaintenanceUntil is not null);
        }

        if (edit.Place is { } place)
        {
            (Longitude, Latitude) = (place.Position?.Raw.Longitude, place.Position?.Raw.Latitude);
            (Datum, PositionAt, PositionSource) = (place.Position?.Datum, place.Position?.At, place.Position?.Source);
        }

        (Revision, EditedAfter) = (Revision + 1, cursor);
        return before with { Place = edit.Place is null ? null : before.Place, Maintenance = edit.Maintenance is null ? null : before.Maintenance };
    }

    /// <summary>All that staff say about the device.</summary>
    internal DeviceEdit Described() => new(Sn)
    {
        Labels = DeviceLabels.FromStored(Name, Tags),
        Place = new PlaceChange(Position),
        Maintenance = new MaintenanceChange(MaintenanceUntil),
    };

    public DeviceSnapshot ToSnapshot(IReadOnlyList<LatestValue> latest) => new()
    {
        Sn = Sn,
        Name = Name,
        Tags = DeviceLabels.FromStored(Name, Tags).Tags,
        DeviceType = DeviceType,
        FirstSeenAt = FirstSeenAt,
        LastSeenAt = LastSeenAt,
        LastReportedAt = LastReportedAt,
        LastHeardAt = LastHeardAt,
        Battery = Battery,
        Interval = IntervalSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        LateAt = LateAt,
        LostAt = LostAt,
        Severity = Severity,
        Position = Position,
        Latest = latest,
        LastMessageId = LastMessageId,
        Revision = Revision,
        MaintenanceUntil = MaintenanceUntil,
    };
}
