using System.Net;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Security;

/// <summary>Behind a proxy that ends HTTPS, as on the Internet.</summary>
public sealed class HttpsCookieTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cookie_OverHttps_IsTakenFromThisHostAloneAndSignsIn()
    {
        await using var dashboard = new DashboardFactory(new DashboardSettings { Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Proxies:0"] = "127.0.0.1" } });
        using var handler = new HttpsProxyHandler();
        using var client = new HttpClient(handler) { BaseAddress = dashboard.Address };

        using var answer = await SessionCookie.PostAsync(client, "/account/sign-in", "sign-in", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["UserName"] = DashboardSettings.Administrator, ["Password"] = DashboardSettings.Password,
        });

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), static value => value.StartsWith("__Host-" + SessionCookie.Name, StringComparison.Ordinal)).ToLowerInvariant();
        Assert.All(["; path=/", "; secure", "; httponly", "; samesite=lax"], attribute => Assert.Contains(attribute, cookie, StringComparison.Ordinal));
        Assert.DoesNotContain("domain=", cookie, StringComparison.Ordinal);
        using var page = await client.GetAsync(new Uri("/devices", UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    /// <summary>A page of another host, or one without HTTPS, can set a cookie of the plain name; over HTTPS it counts for nothing.</summary>
    [Fact]
    public async Task Cookie_OfThePlainName_CountsForNothingOverHttps()
    {
        await using var dashboard = new DashboardFactory(new DashboardSettings { Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Proxies:0"] = "127.0.0.1" } });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/devices", UriKind.Relative));
        request.Headers.Add("Cookie", await SessionCookie.OfAsync(dashboard.Address, DashboardSettings.Administrator));
        request.Headers.Add("X-Forwarded-Proto", "https");

        using var answer = await dashboard.Stranger.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
