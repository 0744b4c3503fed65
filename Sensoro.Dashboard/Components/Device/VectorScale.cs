using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>The one scale on which the three parts of a vector are drawn, so that their bars can be compared.</summary>
/// <param name="End">Value at the end of a bar, the same to both sides.</param>
/// <param name="Magnitude">Length of the vector.</param>
internal sealed record VectorScale(double End, double Magnitude)
{
    /// <summary>Room beyond the longest bar, so that a slightly stronger reading does not change the scale at once.</summary>
    private const double Headroom = 1.15;

    private static readonly double[] Steps = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

    public static VectorScale Of(MetricValue vector)
    {
        var longest = Math.Max(Math.Abs(vector.X), Math.Max(Math.Abs(vector.Y), Math.Abs(vector.Z)));
        var magnitude = Math.Sqrt((vector.X * vector.X) + (vector.Y * vector.Y) + (vector.Z * vector.Z));
        return new VectorScale(longest > 0 && double.IsFinite(longest) ? RoundEnd(longest * Headroom) : 1, magnitude);
    }

    /// <summary>Left edge and width of a bar that grows from the middle, in percent.</summary>
    public (double Left, double Width) Bar(double part)
    {
        var width = Math.Clamp(Math.Abs(part) / End, 0, 1) * 50;
        return (part < 0 ? 50 - width : 50, width);
    }

    private static double RoundEnd(double value)
    {
        var decade = Math.Pow(10, Math.Floor(Math.Log10(value)));
        var step = Array.Find(Steps, step => step * decade >= value);
        return (step == 0 ? 10 : step) * decade;
    }
}
