using Microsoft.AspNetCore.Mvc;
using Sensoro.Dashboard.Components.Layout;
using Sensoro.Dashboard.Security.SignIn;

namespace Sensoro.Dashboard.Components.Account;

/// <summary>Ends this session. It is asked for by a form, whose token shows that a page of this program has sent it.</summary>
internal static class SignOutEndpoint
{
    public static async Task<IResult> PostAsync(HttpContext context, SignInDesk desk, [FromForm] string? returnUrl)
    {
        await desk.SignOutAsync(context);
        return TypedResults.LocalRedirect(SignInAddress.SignInThen(ReturnAddress.Of(returnUrl)));
    }
}
