namespace Sensoro.Simulator.Bench.SignIns;

/// <summary>What <c>bench sign-ins</c> is asked for.</summary>
internal sealed record SignInBenchOptions
{
    /// <summary>Sign-ins a second that fail.</summary>
    public double Rate { get; init; } = 50;

    /// <summary>How often calm and flood take turns.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>Length of each turn.</summary>
    public double Seconds { get; init; } = 8;

    public int Connections { get; init; } = 64;

    public string? App { get; init; }
}
