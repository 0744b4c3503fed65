namespace Sensoro.Domain.Devices;

/// <summary>
/// Conversions between the datums of Chinese maps. The shift of GCJ-02 has never been published officially; formulas and constants
/// are the ones the open libraries gcoord and coordtransform (both MIT) agree on. Places outside their box around China are not shifted.
/// </summary>
public static class CoordinateTransform
{
    /// <summary>Semi-major axis of the Krasovsky 1940 ellipsoid in metres.</summary>
    private const double Axis = 6378245.0;

    /// <summary>Its first eccentricity, squared.</summary>
    private const double Eccentricity = 0.00669342162296594323;

    /// <summary>Baidu's angular factor: 3000 waves round half the globe.</summary>
    private const double BaiduWave = Math.PI * 3000.0 / 180.0;

    private const double BaiduEast = 0.0065;
    private const double BaiduNorth = 0.006;

    /// <summary>The inverse stops here: a millionth of a degree is a tenth of a metre, finer than any fix.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>Far more steps than any place needs; numbers from outside must not be able to keep the loop busy.</summary>
    private const int MaxSteps = 12;

    public static GeoPoint ToWgs84(GeoPoint point, CoordinateSystem datum) => datum switch
    {
        CoordinateSystem.Wgs84 => point,
        CoordinateSystem.Gcj02 => GcjToWgs(point),
        CoordinateSystem.Bd09 => GcjToWgs(BaiduToGcj(point)),
        _ => throw new ArgumentOutOfRangeException(nameof(datum), datum, "Not a datum."),
    };

    public static GeoPoint FromWgs84(GeoPoint point, CoordinateSystem datum) => datum switch
    {
        CoordinateSystem.Wgs84 => point,
        CoordinateSystem.Gcj02 => WgsToGcj(point),
        CoordinateSystem.Bd09 => GcjToBaidu(WgsToGcj(point)),
        _ => throw new ArgumentOutOfRangeException(nameof(datum), datum, "Not a datum."),
    };

    private static bool IsShifted(GeoPoint point) =>
        point.Longitude is >= 72.004 and <= 137.8347 && point.Latitude is >= 0.8293 and <= 55.8271;

    private static GeoPoint WgsToGcj(GeoPoint point) => IsShifted(point) ? Shifted(point) : point;

    // The shift jumps at the edge of the box: a search that stops shifting outside of it never settles there, so this one goes on.
    private static GeoPoint GcjToWgs(GeoPoint point) => IsShifted(point) ? Invert(Shifted, point) : point;

    /// <summary>Finds what <paramref name="forward"/> maps to <paramref name="target"/> by taking the miss off the guess.</summary>
    private static GeoPoint Invert(Func<GeoPoint, GeoPoint> forward, GeoPoint target)
    {
        var guess = target;
        for (var step = 0; step < MaxSteps; step++)
        {
            var reached = forward(guess);
            var east = reached.Longitude - target.Longitude;
            var north = reached.Latitude - target.Latitude;
            if (Math.Abs(east) <= Tolerance && Math.Abs(north) <= Tolerance)
            {
                break;
            }

            guess = new GeoPoint(guess.Longitude - east, guess.Latitude - north);
        }

        return guess;
    }

    /// <summary>The place moved by the shift: a polynomial and waves in metres round 105°E 35°N, scaled by the ellipsoid.</summary>
    private static GeoPoint Shifted(GeoPoint point)
    {
        var x = point.Longitude - 105.0;
        var y = point.Latitude - 35.0;
        var radians = point.Latitude / 180.0 * Math.PI;
        var sine = Math.Sin(radians);
        var curvature = 1 - (Eccentricity * sine * sine);
        var root = Math.Sqrt(curvature);

        var east = EastMetres(x, y) * 180.0 / (Axis / root * Math.Cos(radians) * Math.PI);
        var north = NorthMetres(x, y) * 180.0 / (Axis * (1 - Eccentricity) / (curvature * root) * Math.PI);
        return new GeoPoint(point.Longitude + east, point.Latitude + north);
    }

    private static double EastMetres(double x, double y) =>
        300.0 + x + (2.0 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * Math.Sqrt(Math.Abs(x)))
        + Ripple(x)
        + Waves(20.0, x, 40.0, x / 3.0)
        + Waves(150.0, x / 12.0, 300.0, x / 30.0);

    private static double NorthMetres(double x, double y) =>
        -100.0 + (2.0 * x) + (3.0 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * Math.Sqrt(Math.Abs(x)))
        + Ripple(x)
        + Waves(20.0, y, 40.0, y / 3.0)
        + Waves(160.0, y / 12.0, 320.0, y / 30.0);

    private static double Ripple(double x) => Waves(20.0, 6.0 * x, 20.0, 2.0 * x);

    private static double Waves(double height1, double turns1, double height2, double turns2) =>
        ((height1 * Math.Sin(turns1 * Math.PI)) + (height2 * Math.Sin(turns2 * Math.PI))) * 2.0 / 3.0;

    private static GeoPoint GcjToBaidu(GeoPoint point)
    {
        var (x, y) = (point.Longitude, point.Latitude);
        var radius = Math.Sqrt((x * x) + (y * y)) + (0.00002 * Math.Sin(y * BaiduWave));
        var angle = Math.Atan2(y, x) + (0.000003 * Math.Cos(x * BaiduWave));
        return new GeoPoint((radius * Math.Cos(angle)) + BaiduEast, (radius * Math.Sin(angle)) + BaiduNorth);
    }

    // The published inverse is itself an approximation; turning the forward formula round is as cheap and exact.
    private static GeoPoint BaiduToGcj(GeoPoint point) => Invert(GcjToBaidu, point);
}
