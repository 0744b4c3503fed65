namespace Sensoro.Dashboard.Tests.Vectors;

/// <summary>What is stored once a sequence is through.</summary>
public sealed record SequenceTotals
{
    public int Readings { get; init; }

    public int TaskResults { get; init; }
}
