using Sensoro.Simulator.Bench.Audit;
using Sensoro.Simulator.Bench.Figures;

namespace Sensoro.Simulator.Bench.Results;

/// <summary>What one measurement found; a file in <c>Results</c> is one of these.</summary>
internal sealed record BenchResult
{
    public required BenchKind Kind { get; init; }

    public required RunOrigin Origin { get; init; }

    public required IReadOnlyList<Figure> Figures { get; init; }

    public IReadOnlyList<Sample> Samples { get; init; } = [];

    public AuditResult? Audit { get; init; }

    /// <summary>What spoils the measurement or its comparison, in words.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The ratios hold and the log is as acknowledged.</summary>
    internal bool IsGood() => Audit is null or { IsClean: true } && !Figures.Any(static figure => figure.Fails);
}
