using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Sensoro.Dashboard.Access;

namespace Sensoro.Dashboard.Security.OpenId;

internal static class OpenIdServiceCollectionExtensions
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>Sign-in at a provider of one's own. The scheme is there only where one is configured.</summary>
    public static IServiceCollection AddOpenId(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<OpenIdOptions, OpenIdOptionsValidator>().BindConfiguration(OpenIdOptions.Section);
        services.AddOptions<AuthenticationOptions>().Configure<IOptions<OpenIdOptions>>(static (schemes, options) =>
        {
            if (options.Value.IsOn)
            {
                schemes.AddScheme<OpenIdConnectHandler>(Schemes.OpenId, null);
            }
        });
        services.AddOptions<OpenIdConnectOptions>(Schemes.OpenId).Configure<IOptions<OpenIdOptions>>(static (handler, options) => Describe(handler, options.Value));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        services.AddTransient<OpenIdConnectHandler>();
        services.AddScoped<OpenIdEvents>();
        services.AddSingleton<OpenIdAccounts>();
        services.AddSingleton<OpenIdDesk>();
        return services;
    }

    private static void Describe(OpenIdConnectOptions handler, OpenIdOptions options)
    {
        handler.Authority = options.Authority;
        handler.ClientId = options.ClientId;
        handler.ClientSecret = options.ClientSecret.Length > 0 ? options.ClientSecret : null;
        handler.RequireHttpsMetadata = options.Authority.StartsWith(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);
        handler.BackchannelTimeout = LongestWait;
        handler.EventsType = typeof(OpenIdEvents);
        handler.CallbackPath = OpenIdAddress.Callback;
        handler.SignedOutCallbackPath = OpenIdAddress.SignedOutCallback;
        handler.SignedOutRedirectUri = OpenIdAddress.SignedOut;

        // Nobody else may end a session here: what the provider would send lies at an address that there is not.
        handler.RemoteSignOutPath = PathString.Empty;
        Ask(handler, options);
        Harden(handler.CorrelationCookie, "sensoro-openid.");
        Harden(handler.NonceCookie, "sensoro-openid-nonce.");
    }

    private static void Ask(OpenIdConnectOptions handler, OpenIdOptions options)
    {
        handler.ResponseType = OpenIdConnectResponseType.Code;
        handler.UsePkce = true;
        handler.PushedAuthorizationBehavior = PushedAuthorizationBehavior.UseIfAvailable;

        // A form that the provider's page posts would come from another origin, which is refused, and without the cookies of the question.
        handler.ResponseMode = OpenIdConnectResponseMode.Query;
        handler.SaveTokens = false;
        handler.DisableTelemetry = true;
        handler.MapInboundClaims = false;
        handler.GetClaimsFromUserInfoEndpoint = true;
        handler.Scope.Clear();
        foreach (var scope in options.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal))
        {
            handler.Scope.Add(scope);
        }

        handler.ClaimActions.Remove(OpenIdPerson.IssuerClaim);
        handler.ClaimActions.MapUniqueJsonKey(options.NameClaim, options.NameClaim);
        handler.ClaimActions.MapJsonKey(options.GroupClaim, options.GroupClaim);
    }

    private static void Harden(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }
}
