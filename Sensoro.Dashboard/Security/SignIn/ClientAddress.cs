using Sensoro.Dashboard.Diagnostics;

namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>Where somebody comes from, as far as it tells people apart.</summary>
internal static class ClientAddress
{
    public static string Of(HttpContext context) => NetworkAddress.Of(context.Connection.RemoteIpAddress).ToString();
}
