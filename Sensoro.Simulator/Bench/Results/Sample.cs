namespace Sensoro.Simulator.Bench.Results;

/// <summary>One measurement of one server, as it came.</summary>
internal sealed record Sample
{
    /// <summary>bare, verify, durable; what a result calls it.</summary>
    public required string Variant { get; init; }

    public int Round { get; init; }

    public int Connections { get; init; }

    public required long Acknowledged { get; init; }

    public required double Seconds { get; init; }

    public double PerSecond { get; init; }

    /// <summary>Messages folded into the state a second, counted until the last one was; null where nothing is stored.</summary>
    public double? FoldedPerSecond { get; init; }

    /// <summary>Microseconds of the server's processor time for each message, folding included.</summary>
    public double CpuPerMessage { get; init; }

    public double P50 { get; init; }

    public double P99 { get; init; }

    public double P999 { get; init; }

    /// <summary>Seconds that the state was behind the log at most.</summary>
    public double? LongestLag { get; init; }

    /// <summary>Bytes the server allocated for each message, everything it does included.</summary>
    public double? AllocatedPerMessage { get; init; }

    /// <summary>Messages in the log at the end.</summary>
    public long? Stored { get; init; }

    /// <summary>Cores that other programs kept busy.</summary>
    public double? ForeignCores { get; init; }

    public bool Noisy { get; init; }
}
