using System.Runtime.InteropServices;

namespace Sensoro.Simulator.Bench.Figures;

/// <summary>What several measurements of one thing came to. The median decides; the ends say how far to trust it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Spread(double Median, double Min, double Max)
{
    public static Spread Single(double value) => new(value, value, value);

    /// <exception cref="ArgumentException">There is no value.</exception>
    public static Spread Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0
            ? throw new ArgumentException("There is nothing to take a median of.", nameof(values))
            : new Spread(Middle(sorted), sorted[0], sorted[^1]);
    }

    /// <summary>The value that so many of a hundred did not exceed (nearest rank), of all values kept, not of a histogram.</summary>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static double Percentile(IEnumerable<double> values, double percent)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0
            ? throw new ArgumentException("There is nothing to take a percentile of.", nameof(values))
            : sorted[Math.Clamp((int)Math.Ceiling(sorted.Length * percent / 100) - 1, 0, sorted.Length - 1)];
    }

    private static double Middle(double[] sorted) => sorted.Length % 2 == 1
        ? sorted[sorted.Length / 2]
        : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
}
