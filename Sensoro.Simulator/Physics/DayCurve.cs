namespace Sensoro.Simulator.Physics;

/// <summary>Shapes over the hours of a day, from 0 to 1. Hours are fractional and wrap at midnight.</summary>
internal static class DayCurve
{
    /// <summary>A bump around one hour.</summary>
    /// <param name="width">Hours from the middle to about 60 % of the height.</param>
    public static double Peak(double hour, double middle, double width)
    {
        var distance = Math.Abs(hour - middle);
        distance = Math.Min(distance, 24 - distance);
        return Math.Exp(-(distance * distance) / (2 * width * width));
    }

    /// <summary>1 between two hours of the same day, 0 outside, with slopes of half an hour or so.</summary>
    public static double Plateau(double hour, double from, double to) => Slope(hour - from) * Slope(to - hour);

    /// <summary>Morning and evening traffic.</summary>
    public static double RushHours(double hour) => Math.Max(Peak(hour, 8, 1.1), Peak(hour, 18.2, 1.4));

    private static double Slope(double hours) => 1 / (1 + Math.Exp(-6 * hours));
}
