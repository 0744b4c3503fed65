namespace Sensoro.Domain.Devices;

/// <summary>Where a device is: the raw pair, the datum it is in, and since when.</summary>
public sealed record DevicePosition(GeoPoint Raw, CoordinateSystem Datum, DateTimeOffset At, PositionSource Source)
{
    /// <summary>The same place in WGS-84, for base maps that are not shifted.</summary>
    public GeoPoint Wgs84 => CoordinateTransform.ToWgs84(Raw, Datum);
}
