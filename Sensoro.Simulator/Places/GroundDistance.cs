using Sensoro.Domain.Devices;

namespace Sensoro.Simulator.Places;

/// <summary>Metres on the ground, on a flat patch of the size of a city.</summary>
internal static class GroundDistance
{
    private const double MetresPerDegree = 111_320;

    /// <summary>The point that lies so many metres to the east and to the north.</summary>
    public static GeoPoint Offset(GeoPoint from, double east, double north) => new(
        from.Longitude + (east / (MetresPerDegree * Math.Cos(from.Latitude * Math.PI / 180))),
        from.Latitude + (north / MetresPerDegree));

    public static double Metres(GeoPoint from, GeoPoint to)
    {
        var east = (to.Longitude - from.Longitude) * MetresPerDegree * Math.Cos((from.Latitude + to.Latitude) / 2 * Math.PI / 180);
        var north = (to.Latitude - from.Latitude) * MetresPerDegree;
        return Math.Sqrt((east * east) + (north * north));
    }
}
