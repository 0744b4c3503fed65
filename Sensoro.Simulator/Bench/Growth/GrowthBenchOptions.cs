namespace Sensoro.Simulator.Bench.Growth;

/// <summary>What <c>bench growth</c> is asked for.</summary>
internal sealed record GrowthBenchOptions
{
    public long Messages { get; init; } = 10_000_000;

    public int Steps { get; init; } = 10;

    public int Connections { get; init; } = 64;

    /// <summary>Of the bare endpoint between two steps.</summary>
    public double BareSeconds { get; init; } = 3;

    /// <summary>Which msgIds to try: false for growing ones, true for scattered ones.</summary>
    public IReadOnlyList<bool> RandomIds { get; init; } = [false, true];

    public string? App { get; init; }
}
