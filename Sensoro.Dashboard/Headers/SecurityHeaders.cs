using System.Net;
using Microsoft.Extensions.Primitives;

namespace Sensoro.Dashboard.Headers;

/// <summary>What browsers are told about the answers they get.</summary>
internal static class SecurityHeaders
{
    private const string OneYear = "max-age=31536000";

    private static readonly string[] Unneeded =
        ["accelerometer", "autoplay", "camera", "display-capture", "geolocation", "gyroscope", "hid", "magnetometer", "microphone", "midi", "payment", "serial", "usb"];

    private static readonly string Permissions = string.Join(", ", Unneeded.Select(static feature => feature + "=()"));

    /// <summary>Headers that every answer carries, those to pushes, too.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        return next(context);
    });

    /// <summary>Headers of what people and their programs read. The scheme must be the visitor's by now, not that of a proxy's inner leg.</summary>
    public static IApplicationBuilder UsePageHeaders(this IApplicationBuilder app)
    {
        var policy = app.ApplicationServices.GetRequiredService<ContentPolicy>();
        return app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy.Text;
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (IsTrustworthy(context.Request))
            {
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
            }

            if (context.Request.IsHttps && !IsLoopback(context.Request.Host))
            {
                headers.StrictTransportSecurity = OneYear;
            }

            context.Response.OnStarting(static state => DecideCaching((HttpContext)state), context);
            return next(context);
        });
    }

    /// <summary>Scripts and styles say themselves how long they stay good. All the rest is somebody's, and as of now.</summary>
    private static Task DecideCaching(HttpContext context)
    {
        if (StringValues.IsNullOrEmpty(context.Response.Headers.CacheControl))
        {
            context.Response.Headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }

    /// <summary>Elsewhere browsers ignore the header and complain about it on the console of every page.</summary>
    private static bool IsTrustworthy(HttpRequest request) => request.IsHttps || IsLoopback(request.Host);

    private static bool IsLoopback(HostString host) =>
        host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Host, out var address) && IPAddress.IsLoopback(address));
}
