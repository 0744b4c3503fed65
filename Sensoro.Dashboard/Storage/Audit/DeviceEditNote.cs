using System.Globalization;
using Sensoro.Domain.Audit;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Storage.Audit;

/// <summary>A change of a device in the words of the trail: only what is another now, as it was and as it is.</summary>
internal static class DeviceEditNote
{
    /// <param name="back">What takes the change back: the device as it was.</param>
    /// <param name="change">What staff wanted.</param>
    public static AuditNote Of(DeviceEdit back, DeviceEdit change) => back switch
    {
        { Removes: true } => new(AuditAction.DeviceEdit, back.Sn, null, Words(change) is { Length: > 0 } entered ? $"added; {entered}" : "added"),
        { Adds: true } => new(AuditAction.DeviceEdit, back.Sn, Words(back), "removed"),
        _ => new(AuditAction.DeviceEdit, back.Sn, Words(Narrow(back, change)), Words(Narrow(change, back))),
    };

    /// <summary>Of one, what the other has differently.</summary>
    private static DeviceEdit Narrow(DeviceEdit one, DeviceEdit other) => new(one.Sn)
    {
        Labels = other.Labels is null || Equals(one.Labels, other.Labels) ? null : one.Labels,
        Place = other.Place is null || one.Place == other.Place ? null : one.Place,
        Maintenance = other.Maintenance is null || one.Maintenance == other.Maintenance ? null : one.Maintenance,
    };

    private static string Words(DeviceEdit edit) => string.Join("; ", new[]
    {
        edit.Labels is { } labels ? $"name {labels.Name ?? "none"}, tags {(labels.Tags.Count == 0 ? "none" : string.Join(", ", labels.Tags))}" : null,
        edit.Place is { } place ? Words(place.Position) : null,
        edit.Maintenance is { } maintenance ? Words(maintenance.Until) : null,
    }.OfType<string>());

    private static string Words(DevicePosition? position) => position is null
        ? "place by its own fix"
        : string.Create(CultureInfo.InvariantCulture, $"place {position.Raw.Longitude:0.######}, {position.Raw.Latitude:0.######} ({CoordinateSystems.Text(position.Datum)})");

    private static string Words(DateTimeOffset? until) => until is null
        ? "no maintenance"
        : string.Create(CultureInfo.InvariantCulture, $"maintenance until {until.Value.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}");
}
