namespace Sensoro.Simulator.Bench.Queries;

/// <summary>What <c>bench queries</c> is asked for.</summary>
internal sealed record QueryBenchOptions
{
    /// <summary>One file of each size.</summary>
    public IReadOnlyList<long> Readings { get; init; } = [10_000_000, 50_000_000];

    public int Devices { get; init; } = 100_000;

    public int Seed { get; init; } = 1;

    /// <summary>Passes over all targets after the first touch.</summary>
    public int Passes { get; init; } = 5;

    /// <summary>Calls of each question before it counts: enough for the runtime to have compiled their way in earnest.</summary>
    public int WarmUp { get; init; } = 60;

    public string? App { get; init; }
}
