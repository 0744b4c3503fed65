using System.Globalization;

namespace Sensoro.Dashboard.Admission;

/// <summary>
/// Who may change something or open a lasting connection: our own pages, and programs that show a token. A browser takes its cookies
/// along to web sockets and forms of any page, but it also tells, in <c>Origin</c>, whose page it was, and no page can make it lie.
/// </summary>
internal static class OriginRule
{
    private const string Negotiate = "/negotiate";
    private const string Bearer = "Bearer ";

    private static readonly PathString Circuits = "/_blazor";
    private static readonly PathString[] Lasting = [Circuits, "/hubs"];
    private static readonly PathString[] ForPrograms = ["/hubs", "/api"];

    public static bool Admits(HttpRequest request)
    {
        var isLasting = IsBelow(request, Lasting);
        return request.Headers.Origin switch
        {
            [] => !(IsChange(request) || (isLasting && IsOpening(request))) || IsProgram(request),
            [var origin] when isLasting || IsChange(request) => string.Equals(origin, OwnOrigin(request), StringComparison.Ordinal),
            [_] => true,
            _ => false,
        };
    }

    /// <summary>As browsers write it: lower case, without the port that goes without saying.</summary>
    public static string OwnOrigin(HttpRequest request)
    {
        var (scheme, host) = (request.Scheme.ToLowerInvariant(), request.Host);
        var port = (scheme, host.Port) is ("http", 80) or ("https", 443) ? null : host.Port;
        return string.Create(CultureInfo.InvariantCulture, $"{scheme}://{host.Host.ToLowerInvariant()}{(port is null ? "" : ":")}{port}");
    }

    private static bool IsChange(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || HttpMethods.IsTrace(request.Method));

    /// <summary>An upgrade to a web socket, or the request for a connection of any other kind.</summary>
    private static bool IsOpening(HttpRequest request) =>
        request.Headers.Upgrade.Count > 0 || request.Path.Value?.EndsWith(Negotiate, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>No page can set this header on a web socket or a form, nor on a request to another origin without asking first.</summary>
    private static bool IsProgram(HttpRequest request) =>
        IsBelow(request, ForPrograms) && request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    private static bool IsBelow(HttpRequest request, PathString[] paths) =>
        Array.Exists(paths, path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
}
