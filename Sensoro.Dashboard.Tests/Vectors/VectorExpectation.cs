using System.Text.Json;

namespace Sensoro.Dashboard.Tests.Vectors;

/// <summary>What must come of a vector's request.</summary>
public sealed record VectorExpectation
{
    public const string Accept = "accept";
    public const string Reject = "reject";
    public const string Either = "either";

    /// <summary><see cref="Accept"/>, <see cref="Reject"/> or <see cref="Either"/>.</summary>
    public required string Outcome { get; init; }

    /// <summary><c>2xx</c>, <c>4xx</c> or <c>2xx|4xx</c>.</summary>
    public required string Http { get; init; }

    public string? Error { get; init; }

    /// <summary>Every error class that is allowed, when there is more than one.</summary>
    public IReadOnlyList<string>? Errors { get; init; }

    public string? Detail { get; init; }

    /// <summary>The normalised event; null when no particular content is demanded.</summary>
    public JsonElement? Event { get; init; }

    /// <summary>The exact text inside <c>encryptData</c>.</summary>
    public string? DecryptedPlaintext { get; init; }

    public IReadOnlyList<string> AllowedErrors => Errors ?? (Error is null ? [] : [Error]);

    public bool Allows(string error) => AllowedErrors.Contains(error, StringComparer.Ordinal);
}
