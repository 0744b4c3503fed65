using System.Globalization;
using System.Net;
using System.Text.Json;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Limits;

/// <summary>Whoever asks too fast is told when to ask again; nobody else notices, least of all SENSORO.</summary>
public sealed class RateLimitTests
{
    private const string AnotherToken = "another-token-0123456789";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Api_BeyondItsLimit_Answers429AndWhenToAskAgain()
    {
        await using var dashboard = With(("Limits:ApiPerMinute", "3"));
        for (var i = 0; i < 3; i++)
        {
            await dashboard.ApiAsync("/api/v1/stats");
        }

        using var answer = await dashboard.GetAsync("/api/v1/stats");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.InRange(answer.Headers.RetryAfter?.Delta ?? TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        Assert.Equal(429, JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancelled)).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Api_OfOneToken_IsLimitedWhereverItIsUsed()
    {
        await using var dashboard = With(("Limits:ApiPerMinute", "2"), ("Proxies:0", "127.0.0.1"), ("Api:Tokens:1:Name", "another"), ("Api:Tokens:1:Token", AnotherToken));

        Assert.Equal(HttpStatusCode.OK, await AskAsync(dashboard, "203.0.113.1", DashboardSettings.ApiToken));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(dashboard, "203.0.113.2", DashboardSettings.ApiToken));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(dashboard, "203.0.113.3", DashboardSettings.ApiToken));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(dashboard, "203.0.113.4", AnotherToken));
    }

    [Theory]
    [InlineData("bearer {0}")]
    [InlineData("BEARER   {0}")]
    public async Task Api_OfOneTokenInAnotherSpelling_IsLimitedAsOne(string spelling)
    {
        await using var dashboard = With(("Limits:ApiPerMinute", "2"), ("Proxies:0", "127.0.0.1"));
        var token = await dashboard.MakeTokenAsync(TokenScope.Read);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(dashboard, "203.0.113.1", token));
        Assert.Equal(HttpStatusCode.OK, await AskWithAsync(dashboard, "203.0.113.2", string.Format(CultureInfo.InvariantCulture, spelling, token)));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskWithAsync(dashboard, "203.0.113.3", string.Format(CultureInfo.InvariantCulture, spelling, token)));
    }

    [Fact]
    public async Task Api_OfMadeUpTokens_IsLimitedByAddress()
    {
        await using var dashboard = With(("Limits:ApiPerMinute", "2"), ("Proxies:0", "127.0.0.1"));

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(dashboard, "203.0.113.1", "guess-1"));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(dashboard, "203.0.113.1", "guess-2"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(dashboard, "203.0.113.1", "guess-3"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(dashboard, "203.0.113.2", DashboardSettings.ApiToken));
    }

    [Theory]
    [InlineData("Limits:ExportsPerMinute", "GET", "/devices/list.csv")]
    [InlineData("Limits:ExportsPerMinute", "GET", "/audit.csv")]
    [InlineData("Limits:ExportsPerMinute", "GET", "/exports/none/file")]
    [InlineData("Limits:ExportsPerMinute", "GET", "/api/v1/exports/readings")]
    [InlineData("Limits:ConnectionsPerMinute", "POST", "/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("Limits:ConnectionsPerMinute", "POST", "/hubs/telemetry/negotiate?negotiateVersion=1")]
    [InlineData("Limits:ReportsPerMinute", "POST", "/csp-reports")]
    [InlineData("Limits:SignInsPerMinute", "POST", "/account/sign-in")]
    [InlineData("Limits:SignInsPerMinute", "POST", "/setup")]
    [InlineData("Limits:SignInsPerMinute", "POST", "/invitation")]
    public async Task Request_OfEachKind_HasItsOwnLimit(string limit, string method, string target)
    {
        await using var dashboard = With((limit, "1"));

        var first = await SendAsync(dashboard, method, target);
        var second = await SendAsync(dashboard, method, target);
        var page = await SendAsync(dashboard, "GET", "/health/live");

        Assert.NotEqual(HttpStatusCode.TooManyRequests, first.Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.Status);
        Assert.Contains("Retry-After: ", second.Head, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task Pushes_WhateverTheLimits_AreTaken()
    {
        await using var dashboard = With(("Limits:ApiPerMinute", "1"), ("Limits:ExportsPerMinute", "1"), ("Limits:ConnectionsPerMinute", "1"), ("Limits:ReportsPerMinute", "1"), ("Limits:SignInsPerMinute", "1"));

        await dashboard.StorePushesAsync(Enumerable.Range(1, 30).Select(id => PushBody.Sensor("0117C5A9D0AA0001", id, dashboard.Now(), "{}")));

        Assert.Equal(30, dashboard.Log.LastId);
    }

    private static DashboardFactory With(params (string Key, string Value)[] values) =>
        new(new DashboardSettings { Values = values.ToDictionary(static value => value.Key, static value => value.Value, StringComparer.Ordinal) });

    private static Task<HttpStatusCode> AskAsync(DashboardFactory dashboard, string from, string token) => AskWithAsync(dashboard, from, "Bearer " + token);

    private static async Task<HttpStatusCode> AskWithAsync(DashboardFactory dashboard, string from, string authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/stats");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        request.Headers.Add("X-Forwarded-For", from);
        using var answer = await dashboard.Client.SendAsync(request, Cancelled);
        return answer.StatusCode;
    }

    private static Task<WireResponse> SendAsync(DashboardFactory dashboard, string method, string target) => WireClient.SendAsync(
        dashboard.Address, method, target, [("Host", dashboard.Address.Authority), ("Origin", dashboard.Address.GetLeftPart(UriPartial.Authority))], [], Cancelled);
}
