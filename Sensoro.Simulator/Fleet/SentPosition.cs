using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;

namespace Sensoro.Simulator.Fleet;

/// <summary>A place as a device sends it: GCJ-02, longitude first, six decimals (a tenth of a metre).</summary>
internal static class SentPosition
{
    public static MetricValue Of(GeoPoint wgs84)
    {
        var sent = CoordinateTransform.FromWgs84(wgs84, CoordinateSystem.Gcj02);
        return MetricValue.Position(Math.Round(sent.Longitude, 6), Math.Round(sent.Latitude, 6));
    }
}
