namespace Sensoro.Dashboard.Tests.Vectors;

/// <summary>Facts about a vector that were computed without any code of this product.</summary>
public sealed record VectorOracle
{
    public bool RawSignatureValid { get; init; }

    public bool NonceFresh { get; init; }

    /// <summary><c>ok</c> or the fault a strict reader finds in <c>encryptData</c>; null when there is none.</summary>
    public string? StrictDecrypt { get; init; }
}
