namespace Sensoro.Simulator.Bench.Load;

/// <summary>What a sender has to do; handed to the child process as JSON.</summary>
internal sealed record LoadPlan
{
    public required int Port { get; init; }

    public required int Connections { get; init; }

    /// <summary>How long to send once told to.</summary>
    public required double Seconds { get; init; }

    /// <summary>How long to send before that, unmeasured.</summary>
    public double WarmUpSeconds { get; init; }

    /// <summary>Number of the first push; each later one takes the next number.</summary>
    public required long FirstIndex { get; init; }

    /// <summary>Report time of the first push, Unix milliseconds.</summary>
    public required long Start { get; init; }

    /// <summary>Requests to write before the clock starts.</summary>
    public int Prepared { get; init; }

    /// <summary>The server keeps nothing, so requests may be sent again.</summary>
    public bool Repeats { get; init; }

    public bool RandomIds { get; init; }

    /// <summary>Requests a second, whatever the answers take; 0 sends the next one as soon as one is answered.</summary>
    public double Rate { get; init; }

    /// <summary>Stops after so many pushes even before the time is over; 0 for no limit.</summary>
    public long Limit { get; init; }
}
