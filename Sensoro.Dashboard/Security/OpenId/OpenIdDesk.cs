using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.People;

namespace Sensoro.Dashboard.Security.OpenId;

/// <summary>Sends people to the provider and, when they sign out, has it end its own session. A provider that does not answer is nobody's error.</summary>
internal sealed class OpenIdDesk(IOptions<OpenIdOptions> options, IOptionsMonitor<OpenIdConnectOptions> handlers, Roster roster, ILogger<OpenIdDesk> logger)
{
    public OpenIdOptions Options => options.Value;

    /// <summary>Answers with the way to the provider.</summary>
    /// <param name="context">The request.</param>
    /// <param name="address">Where to go afterwards: an address of this program.</param>
    public async Task<OpenIdOutcome> TrySendAsync(HttpContext context, string address)
    {
        try
        {
            await context.ChallengeAsync(Schemes.OpenId, new AuthenticationProperties { RedirectUri = address });
            return OpenIdOutcome.SignedIn;
        }
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            Log.ProviderUnreachable(logger, error);
            return OpenIdOutcome.Unreachable;
        }
    }

    /// <summary>Whether the provider has a session of the account that it can be asked to end.</summary>
    public async Task<bool> CanEndSessionAsync(string? userId) =>
        options.Value.IsOn && userId is not null && roster.Find(userId) is { IsOfProvider: true } && await HasEndOfSessionAsync();

    /// <summary>Answers with the way to the provider's own sign-out, which leads back to <paramref name="address"/>; false when there is none.</summary>
    public async Task<bool> TryEndSessionAsync(HttpContext context, string address)
    {
        if (!options.Value.IsOn || !await HasEndOfSessionAsync())
        {
            return false;
        }

        await context.SignOutAsync(Schemes.OpenId, new AuthenticationProperties { RedirectUri = address });
        return true;
    }

    private async Task<bool> HasEndOfSessionAsync()
    {
        try
        {
            return handlers.Get(Schemes.OpenId).ConfigurationManager is { } manager && (await manager.GetConfigurationAsync(CancellationToken.None)).EndSessionEndpoint is { Length: > 0 };
        }
        catch (Exception error)
        {
            Log.ProviderUnreachable(logger, error);
            return false;
        }
    }
}
