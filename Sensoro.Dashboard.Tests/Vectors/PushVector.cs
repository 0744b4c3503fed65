namespace Sensoro.Dashboard.Tests.Vectors;

/// <summary>One line of <c>vectors.jsonl</c>: a request, what the receiver has configured, and what must come of it.</summary>
public sealed record PushVector
{
    public required string Id { get; init; }

    public required string Group { get; init; }

    public required string Name { get; init; }

    public required VectorProfile Profile { get; init; }

    /// <summary>Further applications configured on the same receiver.</summary>
    public IReadOnlyList<VectorProfile> OtherProfiles { get; init; } = [];

    /// <summary>The URL registered with SENSORO: the text that enters the signature.</summary>
    public required string PublicUrl { get; init; }

    /// <summary>The receiver's clock in Unix milliseconds.</summary>
    public required long Now { get; init; }

    public required VectorRequest Request { get; init; }

    /// <summary>Signature and nonce are valid, so they may be replaced by fresh ones.</summary>
    public bool Resignable { get; init; }

    public required VectorExpectation Expect { get; init; }

    public required VectorOracle Oracle { get; init; }

    public override string ToString() => $"{Id} {Name}";
}
