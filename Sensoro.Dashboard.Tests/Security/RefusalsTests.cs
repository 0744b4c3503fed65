using System.Net;
using System.Net.Http.Headers;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.SignIn;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Domain.Audit;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Security;

/// <summary>Who was turned away is known, and a crowd of them fills neither the trail nor the log.</summary>
public sealed class RefusalsTests : IAsyncDisposable
{
    private const int Crowd = Refusals.MostInAWindow + 28;
    private const int AtOnce = 16;
    private const int SignInRefused = 6025;
    private const int TokenRefused = 6038;

    private readonly StoppedClock _clock = new(Stored.Noon);
    private readonly DashboardFactory _dashboard;

    public RefusalsTests() => _dashboard = new(new DashboardSettings
    {
        Clock = _clock,
        Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Proxies:0"] = "127.0.0.1" },
    });

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task SignIns_OfACrowdFromEverywhere_AreWrittenDownUpToTheirNumberAndCounted()
    {
        _ = _dashboard.Client;
        foreach (var some in Enumerable.Range(0, Crowd).Chunk(AtOnce))
        {
            await Task.WhenAll(some.Select(GuessAsync));
        }

        Assert.Equal(Refusals.MostInAWindow, (await EntriesAsync("sign_in_refused")).Count);
        Assert.Equal(Refusals.MostInAWindow, Lines(SignInRefused));

        _clock.Advance(Refusals.Window);
        await GuessAsync(Crowd);

        var last = (await EntriesAsync("sign_in_refused"))[0];
        Assert.Equal(("28 more before it were not written down", "203.0.113.128"), (last.After, last.Address));
    }

    [Fact]
    public async Task Tokens_OfACrowd_AreLoggedUpToTheirNumber()
    {
        for (var i = 0; i < Crowd; i++)
        {
            using var answer = await _dashboard.GetAsync("/api/v1/stats", $"guessed-token-{i}");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        Assert.Equal(Refusals.MostInAWindow, Lines(TokenRefused));
        Assert.DoesNotContain(_dashboard.Logs.GetSnapshot(), static line => line.Message.Contains("guessed-token", StringComparison.Ordinal));
        Assert.InRange(_dashboard.Logs.Count, Refusals.MostInAWindow, Refusals.MostInAWindow + 50);
    }

    [Fact]
    public async Task Place_ThatTheRoleDoesNotAllow_IsInTheTrailWithWhoAsked()
    {
        await _dashboard.AddUserAsync("wang.fang", Role.Operator);
        using var client = _dashboard.ClientOf("wang.fang");

        using var users = await client.GetAsync(new Uri("/users", UriKind.Relative), Cancelled);
        using var trail = await client.GetAsync(new Uri("/audit.csv?secret=1", UriKind.Relative), Cancelled);
        using var token = new HttpRequestMessage(HttpMethod.Get, "/devices/list.csv");
        token.Headers.Authorization = new AuthenticationHeaderValue("Bearer", DashboardSettings.ApiToken);
        using var list = await _dashboard.Stranger.SendAsync(token, Cancelled);

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], new[] { users.StatusCode, trail.StatusCode, list.StatusCode });
        Assert.Equal(
            [("tests", "/devices/list.csv"), ("wang.fang", "/audit.csv"), ("wang.fang", "/users")],
            (await EntriesAsync("access_refused")).Select(static entry => (entry.Actor, entry.Target)));
    }

    private async Task GuessAsync(int number)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), UseProxy = false }) { BaseAddress = _dashboard.Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{number}");
        using var answer = await SessionCookie.PostAsync(client, "/account/sign-in", "sign-in", new Dictionary<string, string>(StringComparer.Ordinal) { ["UserName"] = $"guess{number}", ["Password"] = "not the password" });
        Assert.Equal((HttpStatusCode.Redirect, "/account/sign-in"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    private int Lines(int id) => _dashboard.Logs.GetSnapshot().Count(line => line.Id.Id == id);

    private async Task<IReadOnlyList<AuditEntry>> EntriesAsync(string action) =>
        [.. (await _dashboard.Get<AuditQueries>().NewestAsync(new AuditFilter { Action = action }, null, AuditQueries.MaxPageSize, Cancelled)).Select(static link => link.Entry)];
}
