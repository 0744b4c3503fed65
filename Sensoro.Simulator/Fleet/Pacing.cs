namespace Sensoro.Simulator.Fleet;

/// <summary>Chooses upload intervals so that the whole fleet sends at the wanted rate, quick kinds oftener than slow ones.</summary>
internal static class Pacing
{
    /// <summary>Keeps the noise of floating point from making a round interval one step longer.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>
    /// One interval per device. Intervals are round figures a person could have set, and a device reports exactly what it keeps; the
    /// error that rounding makes is carried from device to device, so the sum still meets the rate.
    /// </summary>
    /// <param name="paces">Relative interval of each device.</param>
    /// <param name="ratePerSecond">Reports of the whole fleet per second.</param>
    public static TimeSpan[] Intervals(IReadOnlyList<double> paces, double ratePerSecond)
    {
        var scale = paces.Sum(static pace => 1 / pace) / ratePerSecond;
        var intervals = new TimeSpan[paces.Count];
        var owed = 0.0;
        for (var index = 0; index < intervals.Length; index++)
        {
            var wanted = scale * paces[index];
            var grain = Grain(wanted);
            var shorter = Math.Max(grain, Math.Floor((wanted / grain) + Tolerance) * grain);
            var longer = Math.Max(grain, Math.Ceiling((wanted / grain) - Tolerance) * grain);
            var kept = owed > 0 ? shorter : longer;
            owed += (1 / wanted) - (1 / kept);
            intervals[index] = TimeSpan.FromMilliseconds(Math.Round(kept * 1_000));
        }

        return intervals;
    }

    private static double Grain(double seconds) => seconds switch
    {
        >= 10 => 1,
        >= 1 => 0.1,
        _ => 0.001,
    };
}
