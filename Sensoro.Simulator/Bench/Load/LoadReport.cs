namespace Sensoro.Simulator.Bench.Load;

/// <summary>What a sender met, from the moment it was told to go.</summary>
internal sealed record LoadReport
{
    /// <summary>Answers with 200.</summary>
    public required long Acknowledged { get; init; }

    /// <summary>From the start to the last answer.</summary>
    public required double Seconds { get; init; }

    /// <summary>Processor time of the sender itself.</summary>
    public required double CpuSeconds { get; init; }

    public required double P50 { get; init; }

    public required double P99 { get; init; }

    public required double P999 { get; init; }

    /// <summary>Milliseconds, as the percentiles.</summary>
    public required double Longest { get; init; }

    /// <summary>Number of the push after the last one that was sent, the warm-up included.</summary>
    public required long NextIndex { get; init; }

    /// <summary>Numbers of the pushes that were not answered with 200: they may be stored or not.</summary>
    public required IReadOnlyList<long> Unacknowledged { get; init; }
}
