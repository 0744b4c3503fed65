using System.Net;

namespace Sensoro.Dashboard.Security.Passkeys;

/// <summary>Where browsers have passkeys: on a named host that is reached over HTTPS, and on this very machine by its name.</summary>
internal static class PasskeyPlace
{
    public static bool Offers(HttpRequest request)
    {
        var host = request.Host.Host;
        return IsThisMachine(host) || (request.IsHttps && !IPAddress.TryParse(host, out _));
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
