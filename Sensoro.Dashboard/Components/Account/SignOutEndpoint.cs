using Microsoft.AspNetCore.Mvc;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Components.Layout;
using Sensoro.Dashboard.Security.OpenId;
using Sensoro.Dashboard.Security.SignIn;

namespace Sensoro.Dashboard.Components.Account;

/// <summary>Ends this session. It is asked for by a form, whose token shows that a page of this program has sent it.</summary>
internal static class SignOutEndpoint
{
    public static async Task<IResult> PostAsync(HttpContext context, SignInDesk desk, OpenIdDesk provider, [FromForm] string? returnUrl)
    {
        var isLast = !await provider.CanEndSessionAsync(Acting.Now?.UserId);
        await desk.SignOutAsync(context);
        return TypedResults.LocalRedirect(!isLast ? OpenIdAddress.SignedOutThere : provider.Options.IsOnlyWay ? OpenIdAddress.SignedOut : SignInAddress.SignInThen(ReturnAddress.Of(returnUrl)));
    }
}
