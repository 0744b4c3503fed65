namespace Sensoro.Dashboard.Tests.Vectors;

/// <summary>The request of a vector, byte for byte.</summary>
public sealed record VectorRequest
{
    public required string Method { get; init; }

    public required string Url { get; init; }

    public required string Scheme { get; init; }

    public required string Host { get; init; }

    /// <summary>Path and query exactly as sent.</summary>
    public required string Target { get; init; }

    /// <summary>Name and value of each header; order and duplicates matter.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Headers { get; init; }

    public required string BodyBase64 { get; init; }

    public byte[] ReadBody() => Convert.FromBase64String(BodyBase64);

    /// <summary>The first header of that name, or null.</summary>
    public string? Header(string name) =>
        Headers.FirstOrDefault(header => string.Equals(header[0], name, StringComparison.OrdinalIgnoreCase))?[1];
}
