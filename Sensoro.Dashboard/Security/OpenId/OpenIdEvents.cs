using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.SignIn;

namespace Sensoro.Dashboard.Security.OpenId;

/// <summary>What the program makes of the provider's answers. Nothing of the provider stays in the session: people get the same cookie as all others.</summary>
internal sealed class OpenIdEvents(OpenIdAccounts accounts, SignInDesk desk, IOptions<OpenIdOptions> options, ILogger<OpenIdEvents> logger) : OpenIdConnectEvents
{
    private const string Declined = "access_denied";

    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        // The provider's own pages in the language that was chosen here.
        context.ProtocolMessage.UiLocales = CultureInfo.CurrentUICulture.Name;
        return Task.CompletedTask;
    }

    /// <summary>No token is kept that could say who signs out; the provider gets to know at least from which program.</summary>
    public override Task RedirectToIdentityProviderForSignOut(RedirectContext context)
    {
        context.ProtocolMessage.ClientId = context.Options.ClientId;
        return Task.CompletedTask;
    }

    /// <summary>The person has shown who they are.</summary>
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        context.HandleResponse();
        Acting.As(Actor.Nobody(context.HttpContext.Connection.RemoteIpAddress?.ToString()));
        if (OpenIdPerson.Of(context.Principal, options.Value) is not { } person)
        {
            context.Response.Redirect(OpenIdAddress.FailedBecause(OpenIdOutcome.Refused));
            return;
        }

        var (outcome, user) = await accounts.AdmitAsync(person, context.HttpContext.RequestAborted);
        if (user is null)
        {
            Log.ProviderSignInRefused(logger, outcome, ClientAddress.Of(context.HttpContext));
            context.Response.Redirect(OpenIdAddress.FailedBecause(outcome));
            return;
        }

        await desk.SignInAsync(context.HttpContext, user, isKept: false);
        context.Response.Redirect(context.ReturnUri ?? "/");
    }

    /// <summary>What came back is no sign-in: broken off, made up, used before, or too old.</summary>
    public override Task RemoteFailure(RemoteFailureContext context)
    {
        var outcome = context.Failure?.Data["error"] is Declined || context.Request.Query["error"] == Declined ? OpenIdOutcome.Cancelled
            : context.Failure is HttpRequestException or InvalidOperationException or IOException or TaskCanceledException ? OpenIdOutcome.Unreachable
            : OpenIdOutcome.Refused;
        Log.ProviderAnswerRefused(logger, ClientAddress.Of(context.HttpContext), context.Failure);
        context.HandleResponse();
        context.Response.Redirect(OpenIdAddress.FailedBecause(outcome));
        return Task.CompletedTask;
    }
}
