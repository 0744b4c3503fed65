using System.Runtime.InteropServices;

namespace Sensoro.Domain.Devices;

/// <summary>A place in degrees, longitude first as SENSORO sends it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GeoPoint(double Longitude, double Latitude)
{
    /// <summary>False when the pair is no place on the globe.</summary>
    public static bool TryCreate(double longitude, double latitude, out GeoPoint point)
    {
        var isPlace = Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= 90;
        point = isPlace ? new GeoPoint(longitude, latitude) : default;
        return isPlace;
    }
}
