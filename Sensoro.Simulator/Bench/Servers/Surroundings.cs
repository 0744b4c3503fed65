namespace Sensoro.Simulator.Bench.Servers;

/// <summary>What a dashboard finds around it beyond its settings: a library in front of the system's, a tracer, a smaller queue.</summary>
internal sealed record Surroundings
{
    public static Surroundings Usual { get; } = new();

    /// <summary>Environment variables on top of the usual ones.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Variables { get; init; } = [];

    /// <summary>A command that starts the one behind it and becomes it; empty for none.</summary>
    public IReadOnlyList<string> Launcher { get; init; } = [];
}
