using System.Net;
using System.Text.Json;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>An answer as it came over the wire.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Head">Status line and headers.</param>
/// <param name="Body">The body as text.</param>
public sealed record WireResponse(HttpStatusCode Status, string Head, string Body)
{
    /// <summary>2xx, 4xx or 5xx.</summary>
    public string StatusClass => $"{(int)Status / 100}xx";

    /// <summary>Why the push was refused, in one word.</summary>
    public string? Reason => JsonElement.Parse(Body).GetProperty("reason").GetString();
}
