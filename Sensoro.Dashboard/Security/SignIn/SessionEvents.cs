using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Sensoro.Dashboard.Security.People;

namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>Asks the roster at every request whether a cookie still counts, and what its holder may do by now.</summary>
internal sealed class SessionEvents(Roster roster, SessionBook book) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (roster.Admit(context.Principal) is not { } user || context.Principal?.Identity is not ClaimsIdentity identity)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }

        book.NoteUse(context.Principal);
        foreach (var old in identity.FindAll(identity.RoleClaimType).ToArray())
        {
            identity.RemoveClaim(old);
        }

        identity.AddClaim(new Claim(identity.RoleClaimType, user.Role.ToString()));
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        return AnswerAsync(context, StatusCodes.Status401Unauthorized, "Sign in first.", SignInAddress.SignInThen($"{request.Path}{request.QueryString}"));
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        AnswerAsync(context, StatusCodes.Status403Forbidden, "Your role does not allow this.", SignInAddress.Denied);

    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, int status, string detail, string address)
    {
        if (!SignInAddress.IsForPeople(context.Request))
        {
            return TypedResults.Problem(detail, statusCode: status).ExecuteAsync(context.HttpContext);
        }

        context.Response.Redirect(address);
        return Task.CompletedTask;
    }
}
