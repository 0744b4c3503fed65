namespace Sensoro.Simulator.Bench.Queries;

/// <summary>How long one question took at one size, milliseconds.</summary>
internal sealed class QueryTimes
{
    /// <summary>The first call at each target after the start.</summary>
    public List<double> First { get; } = [];

    /// <summary>The later ones, by pass.</summary>
    public List<List<double>> Passes { get; } = [];
}
