namespace Sensoro.Simulator.Bench.Live;

/// <summary>What <c>bench live</c> is asked for.</summary>
internal sealed record LiveBenchOptions
{
    public int Viewers { get; init; } = 200;

    /// <summary>Pushes a second.</summary>
    public double Rate { get; init; } = 500;

    public double Seconds { get; init; } = 30;

    public string? App { get; init; }
}
