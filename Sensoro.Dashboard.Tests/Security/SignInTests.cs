using System.Net;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.SignIn;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Security;

/// <summary>The way in: who gets a cookie, and what those hear who do not.</summary>
public sealed class SignInTests : IAsyncDisposable
{
    private readonly DashboardFactory _dashboard = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task Page_WithoutASession_LeadsToTheSignInAndBack()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/devices?q=0001");
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await _dashboard.Stranger.SendAsync(request, Cancelled);

        Assert.Equal((HttpStatusCode.Redirect, "/account/sign-in?returnUrl=%2Fdevices%3Fq%3D0001"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        using var signedIn = await TryAsync(DashboardSettings.Administrator, DashboardSettings.Password, "?returnUrl=%2Fdevices%3Fq%3D0001");
        Assert.Equal((HttpStatusCode.Redirect, "/devices?q=0001"), (signedIn.StatusCode, PathOf(signedIn)));
    }

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("//example.com/")]
    [InlineData("/\\example.com/")]
    [InlineData("javascript:alert(1)")]
    public async Task SignIn_WithAForeignReturnAddress_LeadsToTheFirstPage(string address)
    {
        using var answer = await TryAsync(DashboardSettings.Administrator, DashboardSettings.Password, "?returnUrl=" + Uri.EscapeDataString(address));

        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.StatusCode, PathOf(answer)));
    }

    [Fact]
    public async Task Cookie_OfASession_IsForThisSiteAndNotForScripts()
    {
        using var answer = await TryAsync(DashboardSettings.Administrator, DashboardSettings.Password);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith(SessionCookie.Name, StringComparison.Ordinal)).ToLowerInvariant();
        Assert.Contains("; path=/", cookie, StringComparison.Ordinal);
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=lax", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain=", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires=", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_ToBeKept_OutlivesTheBrowser()
    {
        using var client = NewClient();
        using var answer = await SessionCookie.PostAsync(client, "/account/sign-in", "sign-in", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["UserName"] = DashboardSettings.Administrator, ["Password"] = DashboardSettings.Password, ["Keep"] = "true",
        });

        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith(SessionCookie.Name, StringComparison.Ordinal) && value.Contains("expires=", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task SignIn_ThatIsRefused_SaysTheSameForEveryReason()
    {
        var gone = await _dashboard.AddUserAsync("gone", Role.Viewer);
        await _dashboard.Accounts.DeactivateAsync(gone.Id, Cancelled);

        var wrong = await RefusalAsync(DashboardSettings.Administrator, "not the password");
        Assert.Equal(wrong, await RefusalAsync("nobody", "not the password"));
        Assert.Equal(wrong, await RefusalAsync("gone", DashboardSettings.Password));
        Assert.Equal(wrong, await RefusalAsync(new string('x', 5_000), new string('y', 5_000)));
    }

    [Fact]
    public async Task SignIn_ThatIsRefused_KeepsTheNameAndTheWayAndSaysItOnce()
    {
        const string wanted = "/account/sign-in?returnUrl=%2Fdevices%3Fq%3D0001";
        using var client = NewClient();
        using var answer = await TryAsync(client, "wang.fang", "not the password", "?returnUrl=%2Fdevices%3Fq%3D0001");
        Assert.Equal((HttpStatusCode.Redirect, wanted), (answer.StatusCode, PathOf(answer)));
        Assert.Equal(0, answer.Content.Headers.ContentLength ?? 0);

        var page = await client.GetStringAsync(new Uri(wanted, UriKind.Relative), Cancelled);
        Assert.Contains("account-fault", page, StringComparison.Ordinal);
        Assert.Contains("value=\"wang.fang\"", page, StringComparison.Ordinal);
        var again = await client.GetStringAsync(new Uri(wanted, UriKind.Relative), Cancelled);
        Assert.DoesNotContain("account-fault", again, StringComparison.Ordinal);
        Assert.DoesNotContain("wang.fang", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_AfterFiveWrongPasswords_RefusesTheRightOneToo()
    {
        await _dashboard.AddUserAsync("clumsy", Role.Viewer);
        for (var i = 0; i < AddressPause.MostTries / 2; i++)
        {
            await RefusalAsync("clumsy", "not the password");
        }

        Assert.NotEmpty(await RefusalAsync("clumsy", DashboardSettings.Password));
    }

    [Fact]
    public async Task SignIn_AfterTenWrongTriesFromOneAddress_PausesForAnyName()
    {
        for (var i = 0; i < AddressPause.MostTries; i++)
        {
            await RefusalAsync($"guess{i}", "not the password");
        }

        Assert.Contains("Too many wrong tries", await RefusalAsync(DashboardSettings.Administrator, DashboardSettings.Password), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithoutTheTokenOfItsForm_Is400()
    {
        using var form = new FormUrlEncodedContent([new("_handler", "sign-in"), new("Form.UserName", DashboardSettings.Administrator), new("Form.Password", DashboardSettings.Password)]);
        using var answer = await SessionCookie.SendAsync(_dashboard.Stranger, "/account/sign-in", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie") && answer.Headers.GetValues("Set-Cookie").Any(value => value.StartsWith(SessionCookie.Name, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("not-a-cookie")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Cookie_ThatWasForged_CountsForNothing(string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/devices");
        request.Headers.Add("Cookie", $"{SessionCookie.Name}={value}");
        using var answer = await _dashboard.Stranger.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Password_ThatWasChanged_EndsTheOtherSessions()
    {
        await _dashboard.AddUserAsync("careful", Role.Viewer);
        using var elsewhere = _dashboard.ClientOf("careful");
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync(new Uri("/devices", UriKind.Relative), Cancelled)).StatusCode);
        using var here = NewClient();
        using var signedIn = await TryAsync(here, "careful", DashboardSettings.Password);

        using var changed = await SessionCookie.PostAsync(here, "/account/password", "password", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Current"] = DashboardSettings.Password, ["Password"] = "another brook in the valley",
        });

        Assert.Contains("Password changed", await changed.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync(new Uri("/devices", UriKind.Relative), Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.GetAsync(new Uri("/devices", UriKind.Relative), Cancelled)).StatusCode);
    }

    private static string? PathOf(HttpResponseMessage answer) => answer.Headers.Location is { IsAbsoluteUri: true } absolute ? absolute.PathAndQuery : answer.Headers.Location?.OriginalString;

    private HttpClient NewClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), UseProxy = false }) { BaseAddress = _dashboard.Address };

    private async Task<HttpResponseMessage> TryAsync(string name, string password, string query = "")
    {
        using var client = NewClient();
        return await TryAsync(client, name, password, query);
    }

    private static Task<HttpResponseMessage> TryAsync(HttpClient client, string name, string password, string query = "") => SessionCookie.PostAsync(
        client, "/account/sign-in" + query, "sign-in", new Dictionary<string, string>(StringComparer.Ordinal) { ["UserName"] = name, ["Password"] = password });

    /// <summary>What a page says that refuses.</summary>
    private async Task<string> RefusalAsync(string name, string password)
    {
        using var client = NewClient();
        using var answer = await TryAsync(client, name, password);
        Assert.Equal((HttpStatusCode.Redirect, "/account/sign-in"), (answer.StatusCode, PathOf(answer)));
        var page = await client.GetStringAsync(new Uri("/account/sign-in", UriKind.Relative), Cancelled);
        var at = page.IndexOf("account-fault", StringComparison.Ordinal);
        Assert.True(at > 0, "The page says nothing of a refusal.");
        return page[at..page.IndexOf("</div>", at, StringComparison.Ordinal)];
    }
}
