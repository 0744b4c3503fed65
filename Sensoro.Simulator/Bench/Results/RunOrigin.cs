namespace Sensoro.Simulator.Bench.Results;

/// <summary>Where, when and of what a result is: without it an absolute figure means nothing.</summary>
internal sealed record RunOrigin
{
    public required DateTimeOffset At { get; init; }

    public required int Cores { get; init; }

    public required string Framework { get; init; }

    public required string System { get; init; }

    /// <summary>The commit that was measured, with a plus sign when files differed from it; empty when not known.</summary>
    public required string Commit { get; init; }

    /// <summary>What was asked for.</summary>
    public required string Command { get; init; }
}
