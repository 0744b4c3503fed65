using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Headers;

/// <summary>Every answer says how it may be used: one policy, nothing about the server, and kept only where that is harmless.</summary>
public sealed class SecurityHeadersTests(SecurityHeadersTests.Dashboard dashboard) : IClassFixture<SecurityHeadersTests.Dashboard>
{
    private const string Sn = "0117C5A9D0AA0001";

    private static readonly string[] Paths =
    [
        "/", "/map", "/devices", "/devices/" + Sn, "/devices/import", "/devices/labels?sn=" + Sn, "/devices/list.csv", "/explore", "/tasks", "/messages",
        "/messages/quarantine", "/exports", "/connect", "/system", "/d", "/d/" + Sn, "/busy", "/users", "/audit", "/audit.csv", "/tokens", "/invitation", "/setup",
        "/account", "/account/sign-in", "/account/password", "/account/denied", "/account/authenticator", "/account/code", "/account/recovery", "/account/passkeys/new", "/account/passkeys/none",
        "/account/openid/failed", "/account/signed-out", "/not/there", "/favicon.svg", "/dist/theme.js", "/theme.css",
        "/api/v1/stats", "/api/v1/devices/unknown", "/openapi/v1.json", "/health/live", "/health/ready", "/metrics", "/language/en", "/exports/none/file",
    ];

    public static TheoryData<string> Addresses => [.. Paths];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Answer_ToAnyRead_CarriesTheOnePolicy(string path)
    {
        using var answer = await dashboard.AskAsync(path);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; script-src 'self' 'sha256-", policy, StringComparison.Ordinal);
        Assert.Contains("; style-src 'self'; style-src-attr 'unsafe-inline';", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self' https://tiles.example.com;", policy, StringComparison.Ordinal);
        Assert.Contains("img-src 'self' data: blob: https://tiles.example.com;", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("map-key", policy, StringComparison.Ordinal);
        Assert.Contains("; style-src-elem 'self' 'unsafe-inline';", policy, StringComparison.Ordinal);
        Assert.Equal(2, policy.Split("unsafe-inline").Length - 1);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Answer_ToAnyRead_SaysNothingOfTheServerAndAllowsNoGuessing(string path)
    {
        using var answer = await dashboard.AskAsync(path);

        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Contains("geolocation=()", Assert.Single(answer.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.All(["Server", "X-Powered-By", "X-AspNet-Version", "X-AspNetMvc-Version", "Via", "Strict-Transport-Security"], name => Assert.False(answer.Headers.Contains(name), name));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Answer_ToAnyRead_DecidesWhetherItIsKept(string path)
    {
        using var answer = await dashboard.AskAsync(path);

        var caching = string.Join(", ", answer.Headers.GetValues("Cache-Control"));
        Assert.Equal(path is "/favicon.svg" or "/dist/theme.js" or "/theme.css", !caching.Contains("no-store", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answer_WithAFingerprintInItsAddress_MayBeKept()
    {
        // A program that runs from its build says "no-cache", so that a changed script is seen at once; the published one "immutable".
        var script = dashboard.Factory.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(static endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>()).OfType<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>()
            .First(static asset => asset.Route.EndsWith(".js", StringComparison.Ordinal) && asset.Properties.Any(static property => property.Name == "fingerprint"));
        using var answer = await dashboard.AskAsync("/" + script.Route);
        using var sheet = await dashboard.AskAsync("/theme.css");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("no-store", string.Join(' ', answer.Headers.GetValues("Cache-Control")), StringComparison.Ordinal);
        Assert.Equal("max-age=31536000, immutable", string.Join(", ", sheet.Headers.GetValues("Cache-Control")));
    }

    [Fact]
    public async Task Answer_ToAPush_CarriesNothingForBrowsersThatItDoesNotNeed()
    {
        using var answer = await dashboard.Factory.SendSignedPushAsync(PushBody.Sensor(Sn, 2, dashboard.Factory.Now(), "{}"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Content-Security-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public void Addresses_OfEveryPage_AreAsked()
    {
        var pages = dashboard.Factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(static endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null)
            .Select(static endpoint => "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/').Replace("{*Sn}", Sn, StringComparison.OrdinalIgnoreCase).Replace("{Sn}", Sn, StringComparison.OrdinalIgnoreCase).Replace("{Id}", "none", StringComparison.OrdinalIgnoreCase));

        Assert.Empty(pages.Except(Paths.Select(static path => path.Split('?')[0]).Append("/not-found"), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>A program with tiles of another server.</summary>
    public sealed class Dashboard : IAsyncLifetime
    {
        public DashboardFactory Factory { get; } = new(new DashboardSettings
        {
            Values = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Map:Tiles:0:Name"] = "Streets",
                ["Map:Tiles:0:Url"] = "https://tiles.example.com/{z}/{x}/{y}.png?key=map-key",
                ["Map:Tiles:0:Attribution"] = "Example",
            },
        });

        public async ValueTask InitializeAsync() => await Factory.FoldPushesAsync(PushBody.Sensor(Sn, 1, Factory.Now(), """{"temperature":21.5}"""));

        public ValueTask DisposeAsync() => Factory.DisposeAsync();

        /// <summary>As a browser asks for a page.</summary>
        public async Task<HttpResponseMessage> AskAsync(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Accept.ParseAdd("text/html,*/*");
            request.Headers.Authorization = new("Bearer", DashboardSettings.ApiToken);
            return await Factory.Client.SendAsync(request, Cancelled);
        }
    }
}
