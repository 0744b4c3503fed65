using System.Runtime.InteropServices;
using Sensoro.Domain.Metrics;

namespace Sensoro.Simulator.Fleet;

/// <summary>One member of a push's <c>data</c> object, in the shape the device sends it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Reading(string Key, MetricValue Value)
{
    public static Reading Number(string key, double value, int decimals = 0) => new(key, MetricValue.Number(Rounded(value, decimals)));

    /// <summary>A boolean exactly as it stands in the push; what it means is the catalogue's business (<c>cover</c> is true when closed).</summary>
    public static Reading Flag(string key, bool value) => new(key, MetricValue.Flag(value));

    public static Reading Vector(string key, double x, double y, double z) =>
        new(key, MetricValue.Vector(Rounded(x, 2), Rounded(y, 2), Rounded(z, 2)));

    // Adding zero turns a negative zero, which JSON would show, into a plain one.
    private static double Rounded(double value, int decimals) => Math.Round(value, decimals) + 0.0;
}
