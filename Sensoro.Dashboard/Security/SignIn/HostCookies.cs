using Microsoft.AspNetCore.Authentication.Cookies;

namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>
/// Over HTTPS the cookie's name begins with <c>__Host-</c>: browsers then take it from this very host alone. Plain HTTP, as on one's own
/// machine, cannot have such a name.
/// </summary>
internal sealed class HostCookies : ICookieManager
{
    private const string Prefix = "__Host-";

    private readonly ChunkingCookieManager _inner = new();

    public string? GetRequestCookie(HttpContext context, string key) => _inner.GetRequestCookie(context, NameOf(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _inner.AppendResponseCookie(context, NameOf(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _inner.DeleteCookie(context, NameOf(context, key), options);

    private static string NameOf(HttpContext context, string key) => context.Request.IsHttps ? Prefix + key : key;
}
