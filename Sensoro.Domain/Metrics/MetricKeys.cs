namespace Sensoro.Domain.Metrics;

/// <summary>The metric keys that mean something to the program itself.</summary>
public static class MetricKeys
{
    public const string Battery = "battery";

    public const string Interval = "interval";

    public const string LonLat = "lonlat";

    public const string Longitude = "longitude";

    public const string Latitude = "latitude";
}
