using System.Net;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.FirstRun;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Storage.People;
using Sensoro.Dashboard.Tests.Integration;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Security;

/// <summary>A code or a link that has done its work, over HTTP: it makes nobody and lets nobody in, and that it was tried is known.</summary>
public sealed class ReplayedCodeTests : IAsyncDisposable
{
    private readonly StoppedClock _clock = new(Stored.Noon);
    private readonly List<DashboardFactory> _dashboards = [];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var dashboard in _dashboards)
        {
            await dashboard.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("used")]
    [InlineData("withdrawn")]
    [InlineData("expired")]
    [InlineData("never made")]
    public async Task Invitation_ThatDoesNotCount_MakesNobody(string kind)
    {
        var dashboard = Start(isSetUp: true);
        var code = await CodeAsync(dashboard, kind);
        var before = dashboard.Roster.All.Count;
        using var client = NewClient(dashboard);

        using var answer = await PostAsync(client, "/invitation?code=" + code, "invitation", new(StringComparer.Ordinal) { ["UserName"] = "intruder", ["Password"] = DashboardSettings.Password });

        Assert.InRange((int)answer.StatusCode, 200, 499);
        Assert.False(IsSignedIn(answer));
        Assert.Equal(before, dashboard.Roster.All.Count);
        var entry = (await dashboard.Get<AuditQueries>().NewestAsync(new AuditFilter { Action = "sign_in_refused" }, null, 10, Cancelled))[0].Entry;
        Assert.Equal("by a link that does not count", entry.Target);
        Assert.DoesNotContain(dashboard.Logs.GetSnapshot(), line => line.Message.Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SetUpCode_AfterTheSetUp_MakesNobody()
    {
        var dashboard = Start(isSetUp: false);
        using var first = NewClient(dashboard);
        var code = dashboard.Get<SetUpCode>().Renew();
        var token = await SessionCookie.FormTokenAsync(first, "/setup");
        using var made = await PostAsync(first, "/setup", "set-up", Fields(code, "zhao.min"), token);

        using var second = NewClient(dashboard);
        using var again = await PostAsync(second, "/setup", "set-up", Fields(code, "intruder"));

        Assert.True(IsSignedIn(made));
        Assert.Contains(again.StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.BadRequest });
        Assert.False(IsSignedIn(again));
        Assert.Equal("zhao.min", Assert.Single(dashboard.Roster.All).Name);
    }

    private static Dictionary<string, string> Fields(string code, string name) => new(StringComparer.Ordinal) { ["Code"] = code, ["UserName"] = name, ["Password"] = DashboardSettings.Password };

    private static bool IsSignedIn(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(static cookie => cookie.StartsWith(SessionCookie.Name, StringComparison.Ordinal));

    private static HttpClient NewClient(DashboardFactory dashboard) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), UseProxy = false }) { BaseAddress = dashboard.Address };

    /// <summary>Whoever replays brings the token of a form that they can open.</summary>
    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string form, Dictionary<string, string> fields, string? token = null)
    {
        token ??= await SessionCookie.FormTokenAsync(client, "/account/sign-in");
        using var content = new FormUrlEncodedContent(fields.Select(static field => KeyValuePair.Create("Form." + field.Key, field.Value))
            .Append(new("_handler", form)).Append(new("__RequestVerificationToken", token)));
        return await SessionCookie.SendAsync(client, path, content);
    }

    private DashboardFactory Start(bool isSetUp)
    {
        var dashboard = new DashboardFactory(new DashboardSettings { IsSetUp = isSetUp, Clock = _clock });
        _dashboards.Add(dashboard);
        _ = dashboard.Client;
        return dashboard;
    }

    private async Task<string> CodeAsync(DashboardFactory dashboard, string kind)
    {
        var desk = dashboard.Get<InvitationDesk>();
        var code = await desk.InviteAsync(Role.Administrator, Cancelled) ?? throw new InvalidOperationException("No link was made.");
        switch (kind)
        {
            case "used":
                Assert.Equal(AccountFault.None, (await desk.AcceptAsync(code, "guest", DashboardSettings.Password, Cancelled)).Fault);
                break;
            case "withdrawn":
                await dashboard.Get<Invitations>().WithdrawAsync(Assert.Single(await dashboard.Get<Invitations>().ListAsync(Cancelled)).Id, Cancelled);
                break;
            case "expired":
                _clock.Advance(InvitationDesk.Lifetime);
                break;
            default:
                return code[..^1] + (code[^1] == 'A' ? 'Q' : 'A');
        }

        return code;
    }
}
