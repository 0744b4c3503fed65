using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.Tokens;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>An administrator makes a token for a program, and takes it back.</summary>
[Collection(BrowserTests.Name)]
public sealed class TokensPageTests(ChromiumFixture chromium) : IAsyncDisposable
{
    private readonly DashboardFactory _dashboard = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task Token_MadeOnThePage_WorksIsShownOnceAndEndsWhenItIsRevoked()
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address, new VisitorOptions());
        await visitor.GoAsync("/");
        await visitor.Find("person-menu").ClickAsync();
        await visitor.Find("person-menu").GetByRole(AriaRole.Link, new() { Name = "API tokens" }).ClickAsync();
        await visitor.WaitUntilInteractiveAsync();

        await visitor.Page.Locator("#token-name").FillAsync("Grafana");
        await visitor.Page.Locator("input[value=metrics]").CheckAsync();
        await visitor.Page.Locator("#token-expiry").SelectOptionAsync("30");
        await visitor.Find("make-token").ClickAsync();
        var token = await visitor.Find("new-token").Locator("code").InnerTextAsync();

        Assert.Matches("^sd_", token);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/api/v1/stats", token));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/metrics", token));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("/hubs/telemetry", token));
        var line = visitor.Page.Locator("tr[data-name=Grafana]");
        await Assertions.Expect(line.GetByTestId("token-state")).ToHaveTextAsync("in use");
        await Assertions.Expect(line).ToContainTextAsync("Read API, Metrics");
        await Assertions.Expect(visitor.Page.Locator("tr[data-name=tests]")).ToContainTextAsync("from the configuration");
        await Assertions.Expect(visitor.Page.Locator("tr[data-name=tests] button")).ToHaveCountAsync(0);

        await visitor.GoAsync("/tokens");
        await Assertions.Expect(line).ToBeVisibleAsync();
        Assert.DoesNotContain(token, await visitor.Page.ContentAsync(), StringComparison.Ordinal);

        await line.GetByTestId("revoke-token").ClickAsync();
        await visitor.Find("revoke-question").GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/api/v1/stats", token));
        await line.GetByTestId("revoke-token").ClickAsync();
        await visitor.Find("revoke-now").ClickAsync();

        await Assertions.Expect(line.GetByTestId("token-state")).ToHaveTextAsync("revoked");
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("/api/v1/stats", token));
        var entries = (await _dashboard.Get<AuditQueries>().NewestAsync(new AuditFilter(), null, 10, Cancelled)).Select(static link => link.Entry).ToList();
        Assert.Equal(["token_revoked", "token_made"], entries.Where(static entry => entry.Target == "Grafana").Select(static entry => entry.Action), StringComparer.Ordinal);
        Assert.DoesNotContain(entries, entry => $"{entry}".Contains(token, StringComparison.Ordinal));
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Token_WithALastDay_EndsWithThatDay()
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address, new VisitorOptions());
        await visitor.GoAsync("/tokens");
        await visitor.Page.Locator("#token-name").FillAsync("export");
        await visitor.Page.Locator("#token-expiry").SelectOptionAsync("0");
        var day = await visitor.Page.Locator("#token-day").GetAttributeAsync("max") ?? "";
        await visitor.Page.Locator("#token-day").FillAsync(day);
        await visitor.Find("make-token").ClickAsync();
        await Assertions.Expect(visitor.Find("new-token")).ToBeVisibleAsync();

        var left = _dashboard.Get<TokenRoster>().All.Single().ExpiresAt - _dashboard.Now();
        Assert.InRange(left, TimeSpan.FromDays(365), TokenDesk.Longest);
    }

    [Theory]
    [InlineData("", "30", "1 to 60 characters")]
    [InlineData("tests", "30", "this name")]
    [InlineData("other", "0", "a year from now")]
    public async Task Wish_ThatCannotBeMet_SaysWhatIsAccepted(string name, string lifetime, string fault)
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address, new VisitorOptions());
        await visitor.GoAsync("/tokens");
        await visitor.Page.Locator("#token-name").FillAsync(name);
        await visitor.Page.Locator("#token-expiry").SelectOptionAsync(lifetime);
        await visitor.Find("make-token").ClickAsync();

        await Assertions.Expect(visitor.Find("tokens-fault")).ToContainTextAsync(fault);
        Assert.Empty(_dashboard.Get<TokenRoster>().All);
    }

    [Fact]
    public async Task Page_OfSomebodyElseThanAnAdministrator_IsDenied()
    {
        await _dashboard.AddUserAsync("wang.fang", Role.Operator);
        await using var visitor = await chromium.VisitAsync(_dashboard.Address, new VisitorOptions { UserName = "wang.fang" });

        await visitor.Page.GotoAsync("/tokens");

        await Assertions.Expect(visitor.Page).ToHaveURLAsync(new Regex("/account/denied$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    private async Task<HttpStatusCode> StatusAsync(string path, string token)
    {
        using var answer = await _dashboard.GetAsync(path, token);
        return answer.StatusCode;
    }
}
