namespace Sensoro.Dashboard.Tests.Vectors;

/// <summary>Requests in order against one receiver.</summary>
public sealed record PushSequence
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required VectorProfile Profile { get; init; }

    public required string PublicUrl { get; init; }

    public required IReadOnlyList<SequenceStep> Steps { get; init; }

    public required SequenceOutcome Final { get; init; }
}
