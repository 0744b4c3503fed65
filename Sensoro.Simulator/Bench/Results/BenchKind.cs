namespace Sensoro.Simulator.Bench.Results;

/// <summary>The measurements there are, in the order of the README.</summary>
internal enum BenchKind
{
    Pushes,
    Growth,
    Queries,
    Live,
    SignIns,
}
