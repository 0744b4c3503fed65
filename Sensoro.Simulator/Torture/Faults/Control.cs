using Sensoro.Simulator.Torture.Audit;

namespace Sensoro.Simulator.Torture.Faults;

/// <summary>A run with a known fault in it, or with none: an audit that cannot tell them apart proves nothing.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Expected">The rule that has to be found broken; null when nothing is wrong.</param>
/// <param name="Run">Runs it and audits.</param>
internal sealed record Control(string Name, string? Expected, Func<CancellationToken, Task<RoundReport>> Run)
{
    /// <summary>Whether the audit found what is wrong, or nothing where nothing is.</summary>
    public bool IsProven(RoundReport report) => Expected is null ? report.Violations.IsEmpty : report.Violations.Count(Expected) > 0;
}
