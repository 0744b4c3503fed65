namespace Sensoro.Simulator.Bench.Queries;

/// <summary>One question and the many places to ask it at.</summary>
/// <param name="Name">What a result calls it.</param>
/// <param name="Targets">Each is asked for by one call or by several, one after the other.</param>
internal sealed record QueryCase(string Name, IReadOnlyList<IReadOnlyList<string>> Targets)
{
    /// <summary>Milliseconds at the largest file.</summary>
    public double? Goal { get; init; }

    public double? FailsAt { get; init; }

    /// <summary>Largest file over smallest; set where it decides.</summary>
    public double? GrowthFailsAt { get; init; }
}
