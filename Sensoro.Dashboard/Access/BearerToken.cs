namespace Sensoro.Dashboard.Access;

/// <summary>The token that a request shows. However its header is spelt, it is the same token to everybody who looks.</summary>
internal static class BearerToken
{
    private const string Prefix = "Bearer ";

    /// <summary>Null when the request shows none.</summary>
    public static string? Of(HttpRequest request) => request.Headers.Authorization.ToString() is var header && header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        ? header[Prefix.Length..].Trim()
        : null;
}
