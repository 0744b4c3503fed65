namespace Sensoro.Simulator.Torture.Faults;

/// <summary>One fault: how it is brought about, and how it is proven that it would show if the program gave way to it.</summary>
internal interface IScenario
{
    /// <summary>Makes ready what the machine has to have.</summary>
    /// <exception cref="Bench.BenchException">It has not; the message names what is missing.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Starts the program, has pushes sent, strikes, and leaves no process behind.</summary>
    /// <returns>What happened, for people.</returns>
    Task<string> StrikeAsync(CancellationToken cancellationToken);

    /// <summary>Runs that the audit must find at fault, by name.</summary>
    IReadOnlyList<Control> Controls => [];
}
