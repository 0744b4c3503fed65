namespace Sensoro.Simulator.Bench.Figures;

/// <summary>Whether somebody else worked on the machine while something was measured.</summary>
internal static class Noise
{
    /// <summary>More than half a core for other programs spoils a measurement on a small machine.</summary>
    public const double MostForeignCores = 0.5;

    /// <param name="machine">Processor time of everything on the machine; null where it is not known.</param>
    /// <param name="own">Processor time of the processes of the measurement.</param>
    /// <param name="elapsed">How long both were taken.</param>
    /// <returns>Cores that other programs kept busy, zero at least; null when not known.</returns>
    public static double? ForeignCores(TimeSpan? machine, TimeSpan own, TimeSpan elapsed) =>
        machine is { } all && elapsed > TimeSpan.Zero ? Math.Max(0, (all - own) / elapsed) : null;

    public static bool IsNoisy(double? foreignCores) => foreignCores > MostForeignCores;
}
