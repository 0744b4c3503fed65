using Microsoft.AspNetCore.Localization;

namespace Sensoro.Dashboard.Components.Layout;

/// <summary>Keeps the chosen language in a cookie and goes back to where the reader was, on this site only.</summary>
internal static class LanguageEndpoint
{
    public static readonly string[] Languages = ["en", "zh-Hans"];

    public static IResult Choose(HttpContext context, string culture, string? returnUrl)
    {
        if (!Languages.Contains(culture, StringComparer.Ordinal))
        {
            return TypedResults.Problem($"The language must be one of {string.Join(", ", Languages)}.", statusCode: StatusCodes.Status400BadRequest);
        }

        context.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, IsEssential = true, HttpOnly = true, Secure = context.Request.IsHttps });
        return ReturnAddress.Redirect(returnUrl);
    }
}
