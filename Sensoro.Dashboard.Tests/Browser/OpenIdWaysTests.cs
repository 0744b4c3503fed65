using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sensoro.Dashboard.Security.OpenId;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.OpenId;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>The ways to the provider and back, and what goes wrong on them.</summary>
[Collection(BrowserTests.Name)]
public sealed class OpenIdWaysTests(ChromiumFixture chromium) : IAsyncDisposable
{
    private readonly OpenIdStage _stage = new(chromium);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private DashboardFactory Dashboard => _stage.Dashboard;

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task SignOut_OfSomebodyFromTheProvider_EndsTheSessionThereToo()
    {
        await _stage.StartAsync();
        await using var visitor = await _stage.AdmitAsync(new ProviderPerson("4711", "wang.fang", "crew"));

        await visitor.Find("person-menu").ClickAsync();
        await visitor.Find("sign-out").ClickAsync();

        await visitor.HasAddressAsync("/account/signed-out$");
        Assert.Equal(1, _stage.Provider.SignOuts);
        Assert.False(await OpenIdStage.IsSignedInAsync(visitor));
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task SignOut_OfSomebodyWithAPassword_LeavesTheProviderAlone()
    {
        await _stage.StartAsync();
        await using var visitor = await _stage.VisitAsync(new VisitorOptions());
        await visitor.GoAsync("/");

        await visitor.Find("person-menu").ClickAsync();
        await visitor.Find("sign-out").ClickAsync();

        await visitor.HasAddressAsync("/account/sign-in");
        Assert.Equal(0, _stage.Provider.SignOuts);
    }

    [Fact]
    public async Task SignIn_WhileTheProviderIsAway_SaysSoAndLeavesTheOtherWayOpen()
    {
        await _stage.StartAsync();
        await _stage.Provider.StopAsync();
        await using var visitor = await _stage.VisitAsync();

        await OpenIdStage.SignInAsync(visitor);

        await Assertions.Expect(visitor.Find("account-fault")).ToContainTextAsync("does not answer");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Other ways to sign in" }).ClickAsync();
        await visitor.SignInAsync(DashboardSettings.Administrator);
        await visitor.WaitUntilInteractiveAsync();
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task SignIn_WhileTheProviderThatWasThereIsAway_SaysSo()
    {
        await _stage.StartAsync();
        await using var visitor = await _stage.AdmitAsync(new ProviderPerson("4711", "wang.fang", "crew"));
        await _stage.Provider.StopAsync();

        await OpenIdStage.SignInAsync(visitor);

        await Assertions.Expect(visitor.Find("account-fault")).ToContainTextAsync("does not answer");
    }

    [Fact]
    public async Task SignIn_ThatIsDeclinedAtTheProvider_SaysThatItWasBrokenOff()
    {
        await _stage.StartAsync();
        await using var visitor = await _stage.VisitAsync();

        await OpenIdStage.SignInAsync(visitor);

        await Assertions.Expect(visitor.Find("account-fault")).ToContainTextAsync("broken off");
    }

    [Fact]
    public async Task Answer_ThatIsMadeUpUsedAgainOrStolen_IsRefused()
    {
        await _stage.StartAsync();
        _stage.Provider.Person = new ProviderPerson("4711", "wang.fang", "crew");
        await using var visitor = await _stage.VisitAsync();
        var answers = new List<string>();
        visitor.Page.Request += (_, request) => answers.AddRange(request.Url.Contains(OpenIdAddress.Callback + "?", StringComparison.Ordinal) ? [request.Url] : []);
        await OpenIdStage.SignInAsync(visitor);
        await visitor.WaitUntilInteractiveAsync();
        var answer = Assert.Single(answers);

        await using var stranger = await _stage.VisitAsync();
        string[] wrong =
        [
            OpenIdAddress.Callback, OpenIdAddress.Callback + "?code=made-up&state=made-up",
            Regex.Replace(answer, "state=[^&]+", "state=made-up", RegexOptions.None, TimeSpan.FromSeconds(1)), answer,
        ];
        foreach (var address in wrong)
        {
            await stranger.Page.GotoAsync(address);
            await Assertions.Expect(stranger.Find("account-fault")).ToContainTextAsync("not asked for by this browser");
            Assert.False(await OpenIdStage.IsSignedInAsync(stranger));
        }

        await visitor.Page.GotoAsync(answer);
        await Assertions.Expect(visitor.Find("account-fault")).ToContainTextAsync("came twice");
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task SignIn_WithAnAddressElsewhereToReturnTo_LeadsToTheFirstPage(string address)
    {
        await _stage.StartAsync();
        _stage.Provider.Person = new ProviderPerson("4711", "wang.fang", "crew");
        await using var visitor = await _stage.VisitAsync();

        await visitor.GoAsync($"{OpenIdAddress.SignIn}?returnUrl={Uri.EscapeDataString(address)}");

        Assert.Equal(Dashboard.Address, new Uri(visitor.Page.Url));
    }

    [Fact]
    public async Task Ways_ToAProviderThatNobodyConfigured_AreNotThere()
    {
        await using var dashboard = new DashboardFactory();
        using var start = await dashboard.Stranger.GetAsync(new Uri(OpenIdAddress.SignIn, UriKind.Relative), Cancelled);
        using var page = await dashboard.Stranger.GetAsync(new Uri("/account/sign-in", UriKind.Relative), Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, start.StatusCode);
        Assert.DoesNotContain("provider-sign-in", await page.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }
}
