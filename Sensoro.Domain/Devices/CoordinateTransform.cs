namespace Sensoro.Domain.Devices;

/// <summary>Conversions between the datums of Chinese maps.</summary>
public static class CoordinateTransform
{
    public static GeoPoint ToWgs84(GeoPoint point, CoordinateSystem datum) => point;
}
