using Sensoro.Dashboard.Components.Layout;
using Sensoro.Dashboard.Security.OpenId;

namespace Sensoro.Dashboard.Components.OpenId;

/// <summary>The ways to the provider: to sign in there, and to sign out there as well.</summary>
internal static class OpenIdEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(OpenIdAddress.SignIn, SignInAsync).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet(OpenIdAddress.SignOut, SignOutAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> SignInAsync(HttpContext context, OpenIdDesk desk, string? returnUrl)
    {
        if (!desk.Options.IsOn)
        {
            return TypedResults.NotFound();
        }

        var outcome = await desk.TrySendAsync(context, ReturnAddress.Of(returnUrl));
        return outcome == OpenIdOutcome.SignedIn ? TypedResults.Empty : TypedResults.LocalRedirect(OpenIdAddress.FailedBecause(outcome));
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, OpenIdDesk desk) =>
        await desk.TryEndSessionAsync(context, OpenIdAddress.SignedOut) ? TypedResults.Empty : TypedResults.LocalRedirect(OpenIdAddress.SignedOut);
}
