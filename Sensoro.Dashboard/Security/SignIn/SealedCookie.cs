using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.DataProtection;

namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>A cookie for the few minutes between two pages: encrypted, out of reach of scripts, for this site alone.</summary>
internal sealed class SealedCookie<T>(IDataProtectionProvider protection, string name, JsonTypeInfo<T> shape)
    where T : class
{
    private readonly HostCookies _cookies = new();
    private readonly IDataProtector _protector = protection.CreateProtector("Sensoro.Dashboard.Cookies", name);

    public void Write(HttpContext context, T value, TimeSpan lifetime) =>
        _cookies.AppendResponseCookie(context, name, _protector.Protect(JsonSerializer.Serialize(value, shape)), Options(context, lifetime));

    /// <summary>Null when there is none, or one that was not written here.</summary>
    public T? Read(HttpContext context)
    {
        try
        {
            return _cookies.GetRequestCookie(context, name) is { Length: > 0 } text ? JsonSerializer.Deserialize(_protector.Unprotect(text), shape) : null;
        }
        catch (Exception error) when (error is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    public void Clear(HttpContext context) => _cookies.DeleteCookie(context, name, Options(context, null));

    private static CookieOptions Options(HttpContext context, TimeSpan? lifetime) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/", MaxAge = lifetime, IsEssential = true };
}
