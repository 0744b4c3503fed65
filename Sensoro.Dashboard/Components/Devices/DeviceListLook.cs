namespace Sensoro.Dashboard.Components.Devices;

/// <summary>
/// How the device list is laid out, as far as something says so: an address, or what the browser remembers. What is left open is
/// as usual.
/// </summary>
public sealed record DeviceListLook
{
    public const DeviceColumns UsualColumns =
        DeviceColumns.Name | DeviceColumns.Type | DeviceColumns.KeyValues | DeviceColumns.Battery | DeviceColumns.Interval | DeviceColumns.LastMessage;

    /// <summary>Says nothing.</summary>
    public static DeviceListLook Open { get; } = new();

    /// <summary>Null when nobody has chosen: narrow windows then leave out what matters least.</summary>
    public DeviceColumns? Columns { get; init; }

    public DeviceDensity? Density { get; init; }

    public DeviceColumns ShownColumns => Columns ?? UsualColumns;

    public bool IsCompact => (Density ?? DeviceDensity.Compact) == DeviceDensity.Compact;

    /// <summary>This, and where it says nothing the other.</summary>
    public DeviceListLook Or(DeviceListLook other) => new() { Columns = Columns ?? other.Columns, Density = Density ?? other.Density };

    public bool Shows(DeviceColumns column) => (ShownColumns & column) != DeviceColumns.None;

    /// <summary>The columns with one more or one less; null when they are the usual ones then.</summary>
    public DeviceColumns? With(DeviceColumns column, bool shown)
    {
        var columns = shown ? ShownColumns | column : ShownColumns & ~column;
        return columns == UsualColumns ? null : columns;
    }
}
