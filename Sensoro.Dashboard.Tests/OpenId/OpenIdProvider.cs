using System.Collections.Immutable;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Sensoro.Dashboard.Security.OpenId;
using Sensoro.Dashboard.Tests.Integration;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Sensoro.Dashboard.Tests.OpenId;

/// <summary>
/// A real OpenID Connect provider on a port of this machine. Whoever comes is signed in as <see cref="Person"/> without being asked; a
/// test changes the person and their groups.
/// </summary>
internal sealed class OpenIdProvider : IAsyncDisposable
{
    public const string ClientId = "dashboard";
    public const string ClientSecret = "kept-between-the-two-0123456789";

    private const string Groups = "groups";
    private const int EncryptionKeyBytes = 32;

    private readonly TemporaryFolder _folder = new();
    private readonly WebApplication _app;

    private OpenIdProvider(int port)
    {
        Address = new UriBuilder(Uri.UriSchemeHttp, "localhost", port).Uri;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(Address.ToString());
        builder.Logging.ClearProviders().AddFakeLogging();
        builder.Services.AddDbContext<ProviderContext>(options => options.UseSqlite($"Data Source={_folder.File("provider.db")};Pooling=False").UseOpenIddict());
        builder.Services.AddOpenIddict()
            .AddCore(static core => core.UseEntityFrameworkCore().UseDbContext<ProviderContext>())
            .AddServer(static server =>
            {
                server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token").SetUserInfoEndpointUris("userinfo").SetEndSessionEndpointUris("end").SetPushedAuthorizationEndpointUris("push");
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().RegisterScopes(Scopes.Profile, Groups);

                // Keys that are made at once: RSA's can take longer than anybody waits for the provider's description.
                server.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(EncryptionKeyBytes))).AddSigningKey(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)));
                server.UseAspNetCore().DisableTransportSecurityRequirement()
                    .EnableAuthorizationEndpointPassthrough().EnableUserInfoEndpointPassthrough().EnableEndSessionEndpointPassthrough();
            });
        builder.Services.AddAuthentication();
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            Pushed += context.Request.Path == "/push" ? 1 : 0;
            return next(context);
        });
        _app.UseAuthentication();
        Map(_app);
    }

    public Uri Address { get; }

    public FakeLogCollector Logs => _app.Services.GetFakeLogCollector();

    /// <summary>Who is signed in at the provider; null for nobody, and then nobody comes back from it.</summary>
    public ProviderPerson? Person { get; set; }

    /// <summary>Groups are told only to whoever asks for the description of the person.</summary>
    public bool HasGroupsInUserInfo { get; set; }

    /// <summary>How often somebody has signed out here.</summary>
    public int SignOuts { get; private set; }

    /// <summary>The questions that were pushed rather than carried by the browser.</summary>
    public int Pushed { get; private set; }

    /// <summary>A provider that answers: the first answer takes the longest.</summary>
    public static async Task<OpenIdProvider> StartAsync()
    {
        var provider = new OpenIdProvider(FreePort.Find());
        await using (var scope = provider._app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ProviderContext>().Database.EnsureCreatedAsync();
        }

        await provider._app.StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = DashboardFactory.Patience };
        using var description = await client.GetAsync(new Uri(provider.Address, ".well-known/openid-configuration"), TestContext.Current.CancellationToken);
        description.EnsureSuccessStatusCode();
        return provider;
    }

    /// <summary>A program that sends people here, with what more its configuration says.</summary>
    public async Task<DashboardFactory> ConnectAsync(DashboardSettings settings, params (string Key, string Value)[] values)
    {
        var dashboard = new DashboardFactory(settings with { Values = Configuration(values) });
        await RegisterAsync(dashboard.Address);
        return dashboard;
    }

    public Dictionary<string, string> Configuration(params (string Key, string Value)[] values)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Authority"] = Address.ToString(),
            ["ClientId"] = ClientId,
            ["ClientSecret"] = ClientSecret,
            ["Scopes"] = "openid profile groups",
            ["DisplayName"] = "Harbour ID",
            ["Groups:watchers"] = "Viewer",
            ["Groups:crew"] = "Operator",
            ["Groups:masters"] = "Administrator",
        };
        foreach (var (key, value) in values)
        {
            all[key] = value;
        }

        return all.ToDictionary(static pair => $"{OpenIdOptions.Section}:{pair.Key}", static pair => pair.Value, StringComparer.Ordinal);
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private async Task RegisterAsync(Uri dashboard)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = ClientId,
            ClientSecret = ClientSecret,
            RedirectUris = { new Uri(dashboard, OpenIdAddress.Callback) },
            PostLogoutRedirectUris = { new Uri(dashboard, OpenIdAddress.SignedOutCallback) },
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.EndSession, Permissions.Endpoints.PushedAuthorization,
                Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code, Permissions.Scopes.Profile, Permissions.Prefixes.Scope + Groups,
            },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        });
    }

    private void Map(WebApplication app)
    {
        app.MapGet("authorize", Authorize);
        app.MapGet("userinfo", async (HttpContext context) =>
        {
            var token = (await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal;
            return TypedResults.Json(new Dictionary<string, object?>(StringComparer.Ordinal) { [Claims.Subject] = token?.GetClaim(Claims.Subject), [Groups] = Person?.Groups });
        });
        app.MapGet("end", () =>
        {
            SignOuts++;
            return TypedResults.SignOut(new AuthenticationProperties(), [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        });
    }

    private IResult Authorize(HttpContext context)
    {
        if (Person is not { } person)
        {
            var declined = new AuthenticationProperties(new Dictionary<string, string?>(StringComparer.Ordinal) { [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.AccessDenied });
            return TypedResults.Forbid(declined, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        }

        var identity = new ClaimsIdentity("provider", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, person.Subject).SetClaim(Claims.PreferredUsername, person.Name);
        if (!HasGroupsInUserInfo)
        {
            identity.SetClaims(Groups, [.. person.Groups]);
        }

        identity.SetScopes(context.GetOpenIddictServerRequest()?.GetScopes() ?? ImmutableArray<string>.Empty);
        identity.SetDestinations(static _ => [Destinations.IdentityToken]);
        return TypedResults.SignIn(new ClaimsPrincipal(identity), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
