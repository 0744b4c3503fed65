namespace Sensoro.Dashboard.Tests.Simulator.Torture;

/// <summary>Faults are brought about one at a time and with nothing else beside: they need the whole small machine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TortureTests
{
    public const string Name = "Torture";
}
