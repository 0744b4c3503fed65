namespace Sensoro.Simulator.Torture;

/// <summary>What <c>torture</c> is asked for.</summary>
internal sealed record TortureOptions
{
    public required TortureFault Fault { get; init; }

    /// <summary>How often the fault strikes.</summary>
    public required int Rounds { get; init; }

    /// <summary>Decides what is sent and when the fault strikes; what the machine makes of it differs from run to run.</summary>
    public required int Seed { get; init; }

    /// <summary>Longest time, in seconds, of full load before the fault.</summary>
    public required double Longest { get; init; }

    /// <summary>The assembly of the web application; null for the Release build of this source.</summary>
    public string? App { get; init; }
}
