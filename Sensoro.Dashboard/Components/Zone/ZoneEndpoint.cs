using Sensoro.Dashboard.Components.Layout;

namespace Sensoro.Dashboard.Components.Zone;

/// <summary>Keeps the chosen time zone in a cookie and goes back to where the reader was, on this site only.</summary>
internal static class ZoneEndpoint
{
    private static readonly string[] Choices = [.. Enum.GetNames<ZoneChoice>().Select(static name => name.ToLowerInvariant())];

    public static string Address(ZoneChoice choice, string returnUrl) => $"/zone/{choice.ToString().ToLowerInvariant()}?returnUrl={Uri.EscapeDataString(returnUrl)}";

    public static IResult Choose(HttpContext context, string choice, string? returnUrl)
    {
        if (!Choices.Contains(choice, StringComparer.Ordinal))
        {
            return TypedResults.Problem($"The time zone must be one of {string.Join(", ", Choices)}.", statusCode: StatusCodes.Status400BadRequest);
        }

        context.Response.Cookies.Append(
            ZoneCookies.Choice,
            choice,
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, IsEssential = true, HttpOnly = true, Secure = context.Request.IsHttps });
        return ReturnAddress.Redirect(returnUrl);
    }
}
