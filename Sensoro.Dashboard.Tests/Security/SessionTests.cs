using System.Net;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.SignIn;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Storage.People;
using Sensoro.Dashboard.Tests.Hubs;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Tests.Security;

/// <summary>Each sign-in is a session of its own that its owner sees and ends.</summary>
public sealed class SessionTests : IAsyncDisposable
{
    private const string Name = "wang.fang";

    private readonly StoppedClock _clock = new(TimeProvider.System.GetUtcNow());
    private readonly DashboardFactory _dashboard;

    public SessionTests() => _dashboard = new DashboardFactory(new DashboardSettings { Clock = _clock });

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36", "Chrome on Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15", "Safari on macOS")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1", "Chrome on iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 15; V2324A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.54", "WeChat on Android")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0", "Firefox on Linux")]
    [InlineData("curl/8.5.0", "")]
    [InlineData("", "")]
    public void Device_OfABrowser_IsNamedShortly(string userAgent, string name)
    {
        var device = DeviceName.Of(userAgent);

        Assert.Equal(name, device.ToString());
        Assert.Equal(device, DeviceName.Parse(name));
    }

    [Fact]
    public async Task Session_EndedByItsOwner_IsRefusedAtOnceAndTheOtherGoesOn()
    {
        var user = await _dashboard.AddUserAsync(Name, Role.Viewer);
        using var here = _dashboard.ClientOf(Name);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(here));
        var first = Assert.Single(await ListAsync(user));
        using var there = _dashboard.ClientOf(Name);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(there));
        Assert.Equal(2, (await ListAsync(user)).Count);

        Acting.As(ActorOf(user));
        Assert.True(await _dashboard.Get<SessionBook>().EndAsync(first.Id, Cancelled));
        Assert.False(await _dashboard.Get<SessionBook>().EndAsync(first.Id, Cancelled));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(here));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(there));
    }

    [Fact]
    public async Task Session_OfSomebodyElse_CannotBeEnded()
    {
        var (user, other) = (await _dashboard.AddUserAsync(Name, Role.Viewer), await _dashboard.AddUserAsync("zhao.min", Role.Administrator));
        using var client = _dashboard.ClientOf(Name);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));
        var session = Assert.Single(await ListAsync(user));

        Acting.As(ActorOf(other));
        Assert.False(await _dashboard.Get<SessionBook>().EndAsync(session.Id, Cancelled));
        await _dashboard.Get<SessionBook>().EndOthersAsync(null, Cancelled);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));
    }

    [Fact]
    public async Task Others_EndedByTheirOwner_LeaveThisOne()
    {
        var user = await _dashboard.AddUserAsync(Name, Role.Viewer);
        using var here = _dashboard.ClientOf(Name);
        await StatusAsync(here);
        var own = Assert.Single(await ListAsync(user));
        using var there = _dashboard.ClientOf(Name);
        await StatusAsync(there);

        Acting.As(ActorOf(user));
        await _dashboard.Get<SessionBook>().EndOthersAsync(own.Id, Cancelled);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (await StatusAsync(here), await StatusAsync(there)));
        Acting.As(new Actor("tests", "tests", static () => Role.Administrator));
        var entry = (await _dashboard.Get<AuditQueries>().NewestAsync(new AuditFilter(), null, 1, Cancelled))[0].Entry;
        Assert.Equal((AuditActions.Text(AuditAction.SessionsEnded), Name, "1 others"), (entry.Action, entry.Actor, entry.After));
    }

    /// <summary>Whatever the browser does: what it does not leave by itself is cut.</summary>
    [Fact]
    public async Task Connection_OfASessionThatEnds_IsCut()
    {
        var user = await _dashboard.AddUserAsync(Name, Role.Viewer);
        await using var listener = await TelemetryListener.ConnectAsAsync(_dashboard, Name);

        Acting.As(ActorOf(user));
        await _dashboard.Get<SessionBook>().EndOthersAsync(null, Cancelled);

        await listener.Ended.WaitAsync(DashboardFactory.Patience, Cancelled);
    }

    [Fact]
    public async Task SignOut_EndsTheSessionWhateverBecomesOfItsCookie()
    {
        var user = await _dashboard.AddUserAsync(Name, Role.Viewer);
        var cookies = new CookieContainer();
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies, UseProxy = false }) { BaseAddress = _dashboard.Address };
        using var signedIn = await SessionCookie.PostAsync(client, "/account/sign-in", "sign-in", new Dictionary<string, string>(StringComparer.Ordinal) { ["UserName"] = Name, ["Password"] = DashboardSettings.Password });
        var kept = cookies.GetCookies(_dashboard.Address)[SessionCookie.Name]?.Value;
        using var signedOut = await SessionCookie.PostAsync(client, "/account/password", "none", new Dictionary<string, string>(StringComparer.Ordinal), SignInAddress.SignOut);

        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
        Assert.Empty(await ListAsync(user));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/devices");
        request.Headers.Add("Cookie", $"{SessionCookie.Name}={kept}");
        using var answer = await _dashboard.Stranger.SendAsync(request, Cancelled);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Sessions_OfAnAccountWhosePasswordIsChanged_AreGone()
    {
        var user = await _dashboard.AddUserAsync(Name, Role.Viewer);
        using var client = _dashboard.ClientOf(Name);
        await StatusAsync(client);
        Assert.Single(await ListAsync(user));

        await _dashboard.Accounts.ChangePasswordAsync(user.Id, DashboardSettings.Password, "another brook in the valley", Cancelled);

        Assert.Empty(await ListAsync(user));
    }

    [Fact]
    public async Task Use_OfASession_IsWrittenEveryFewMinutesAtMost()
    {
        var user = await _dashboard.AddUserAsync(Name, Role.Viewer);
        using var client = _dashboard.ClientOf(Name);
        await StatusAsync(client);
        var book = _dashboard.Get<SessionBook>();
        var made = Assert.Single(await ListAsync(user)).SeenAt;

        _clock.Advance(SessionBook.Pace - TimeSpan.FromSeconds(1));
        await StatusAsync(client);
        await book.WriteAsync(Cancelled);
        Assert.Equal(made, Assert.Single(await ListAsync(user)).SeenAt);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await StatusAsync(client);
        await book.WriteAsync(Cancelled);
        Assert.Equal(made + SessionBook.Pace, Assert.Single(await ListAsync(user)).SeenAt);
    }

    [Fact]
    public async Task Session_NobodyHasComeBackTo_GoesWithTheNextSignIn()
    {
        var (user, other) = (await _dashboard.AddUserAsync(Name, Role.Viewer), await _dashboard.AddUserAsync("zhao.min", Role.Viewer));
        await SessionCookie.OfAsync(_dashboard.Address, Name);
        var old = Assert.Single(await ListAsync(user));
        Assert.True(_dashboard.Roster.HasSession(old.Id));

        _clock.Advance(Sessions.Longest + TimeSpan.FromDays(2));
        Assert.Empty(await ListAsync(user));
        await SessionCookie.OfAsync(_dashboard.Address, "zhao.min");

        Assert.Single(await ListAsync(other));
        Assert.False(_dashboard.Roster.HasSession(old.Id));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/devices", UriKind.Relative), Cancelled);
        return answer.StatusCode;
    }

    private Task<IReadOnlyList<Session>> ListAsync(UserRow user) => _dashboard.Get<Sessions>().ListAsync(user.Id, Cancelled);

    private Actor ActorOf(UserRow user) => new(user.Id, user.UserName ?? "", () => _dashboard.Roster.Find(user.Id)?.Role);
}
