namespace Sensoro.Dashboard.Tests.Vectors;

/// <summary>One request of a sequence.</summary>
public sealed record SequenceStep
{
    /// <summary>The receiver's clock in Unix milliseconds.</summary>
    public required long Now { get; init; }

    public required VectorRequest Request { get; init; }

    public required string Http { get; init; }

    /// <summary>Whether this step adds a record.</summary>
    public bool Stored { get; init; }

    /// <summary>Sent together with its neighbours that are parallel too.</summary>
    public bool Parallel { get; init; }
}
