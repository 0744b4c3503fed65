using System.Net;
using System.Security.Claims;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Access;

namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>
/// Whoever tries the demo out on this very machine is a viewer without an account. A proxy on this machine makes everybody look like
/// that, so what has come through one does not count.
/// </summary>
internal sealed class LocalVisitor(IOptions<LocalVisitorOptions> options)
{
    private const string Scheme = "Demo";

    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    public const string Name = "demo";

    public static Actor Actor { get; } = Actor.Reader(Name, null);

    public static ClaimsPrincipal Principal { get; } = new(new ClaimsIdentity([new Claim(ClaimTypes.Name, Name), new Claim(ClaimTypes.Role, nameof(Role.Viewer))], Scheme));

    /// <summary>The host is looked at, too: a page elsewhere can make a browser ask this machine under another name.</summary>
    public bool Admits(HttpContext context) =>
        options.Value.IsAdmitted
        && context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && context.Request.Host.Host is ("localhost" or "127.0.0.1" or "[::1]")
        && !Array.Exists(ProxyHeaders, context.Request.Headers.ContainsKey);

    public static bool Is(ClaimsPrincipal principal) => principal.Identity?.AuthenticationType == Scheme;
}
