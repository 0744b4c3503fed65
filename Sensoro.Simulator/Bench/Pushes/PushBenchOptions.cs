namespace Sensoro.Simulator.Bench.Pushes;

/// <summary>What <c>bench</c> is asked for.</summary>
internal sealed record PushBenchOptions
{
    public int Rounds { get; init; } = 3;

    /// <summary>Of each measurement in a round.</summary>
    public double Seconds { get; init; } = 5;

    public IReadOnlyList<int> Connections { get; init; } = [64, 256];

    /// <summary>Seconds of the long run at each number of connections; 0 for none.</summary>
    public double Sustained { get; init; } = 30;

    /// <summary>Pushes sent one at a time to see when they are on a screen; 0 for none.</summary>
    public int IdlePushes { get; init; } = 60;

    /// <summary>Pushes a second of the open loop; 0 for none.</summary>
    public double OpenRate { get; init; } = 2_000;

    public double OpenSeconds { get; init; } = 15;

    public bool RandomIds { get; init; }

    /// <summary>The web application; null for the Release build of this source.</summary>
    public string? App { get; init; }
}
