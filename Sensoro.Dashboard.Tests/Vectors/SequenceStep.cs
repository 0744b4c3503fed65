namespace Sensoro.Dashboard.Tests.Vectors;

/// <summary>One request of a sequence.</summary>
public sealed record SequenceStep
{
    /// <summary>The receiver's clock in Unix milliseconds.</summary>
    public required long Now { get; init; }

    public required VectorRequest Request { get; init; }

    /// <summary>The class of the answer.</summary>
    public required string Http { get; init; }

    /// <summary>Whether this step adds a record.</summary>
    public bool Stored { get; init; }
}
