namespace Sensoro.Simulator.Torture.Sending;

/// <summary>What a sender has to do until it is told to stop; handed to the child process as JSON.</summary>
internal sealed record SendPlan
{
    public required int Port { get; init; }

    /// <summary>File that must not exist yet.</summary>
    public required string History { get; init; }

    public required int Seed { get; init; }

    /// <summary>Start of the whole run, Unix milliseconds.</summary>
    public required long Start { get; init; }

    /// <summary>Number of the first new push; those before it may be repeated.</summary>
    public required long First { get; init; }

    public int Connections { get; init; } = 64;

    /// <summary>Requests a second, whatever the answers take; 0 sends the next one as soon as one is answered.</summary>
    public double Rate { get; init; }

    /// <summary>Share of requests that repeat an earlier push, answered or not.</summary>
    public double Repeats { get; init; } = 0.25;

    /// <summary>How long an answer may take.</summary>
    public double AnswerSeconds { get; init; } = 15;
}
