using Microsoft.Playwright;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.SecondStep;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Security.SecondStep;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>The second step by the pages alone: switched on, shown at the sign-in, replaced by a recovery code, taken off.</summary>
[Collection(BrowserTests.Name)]
public sealed class SecondStepTests(ChromiumFixture chromium) : IAsyncDisposable
{
    private const string Name = "wang.fang";

    private readonly DashboardFactory _dashboard = new();

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task SecondStep_SwitchedOnInTheBrowser_IsAskedForAndReplacedByARecoveryCode()
    {
        await _dashboard.AddUserAsync(Name, Role.Viewer);
        await using var visitor = await chromium.VisitAsync(_dashboard.Address, new VisitorOptions { UserName = Name });
        var page = visitor.Page;
        await visitor.GoAsync("/");
        await visitor.Find("person-menu").ClickAsync();
        await page.Locator("a[href='/account']").ClickAsync();
        await page.GetByTestId("own-second-step").Locator("a.btn").ClickAsync();

        var key = string.Concat((await visitor.Find("authenticator-key").InnerTextAsync()).Where(char.IsAsciiLetterOrDigit));
        Assert.Contains($"secret={key}", await visitor.Find("authenticator-qr").GetAttributeAsync("data-address"), StringComparison.Ordinal);
        await page.Locator("#current").FillAsync(DashboardSettings.Password);
        await page.Locator("#code").FillAsync("000000");
        await page.GetByTestId("authenticator").Locator("button.pri").ClickAsync();
        await Assertions.Expect(visitor.Find("account-fault")).ToBeVisibleAsync();
        Assert.Equal(key, string.Concat((await visitor.Find("authenticator-key").InnerTextAsync()).Where(char.IsAsciiLetterOrDigit)));
        await page.Locator("#current").FillAsync(DashboardSettings.Password);
        await page.Locator("#code").FillAsync(CodeOf(key, -1));
        await page.GetByTestId("authenticator").Locator("button.pri").ClickAsync();
        await Assertions.Expect(visitor.Find("recovery-codes").Locator("li")).ToHaveCountAsync(RecoveryCodes.Count);
        var codes = await visitor.Find("recovery-codes").Locator("li").AllInnerTextsAsync();
        await Assertions.Expect(page.Locator("[data-print]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-copy]")).ToHaveAttributeAsync("data-copy", string.Join('\n', codes));

        await using var other = await chromium.VisitAsync(_dashboard.Address, new VisitorOptions { UserName = null });
        await other.Page.GotoAsync("/account/sign-in?returnUrl=%2Fdevices");
        await other.SignInAsync(Name);
        await other.Page.Locator("#code").FillAsync(CodeOf(key, 0));
        await other.Page.GetByTestId("code").Locator("button.pri").ClickAsync();
        await other.WaitUntilInteractiveAsync();
        await other.HasAddressAsync("/devices$");

        await using var third = await chromium.VisitAsync(_dashboard.Address, new VisitorOptions { UserName = null });
        await third.Page.GotoAsync("/account/sign-in");
        await third.SignInAsync(Name);
        await third.Page.Locator("a[href^='/account/recovery']").ClickAsync();
        await third.Page.Locator("#code").FillAsync(codes[0]);
        await third.Page.GetByTestId("recovery").Locator("button.pri").ClickAsync();
        await third.WaitUntilInteractiveAsync();
        await third.Page.GotoAsync("/account");
        await Assertions.Expect(third.Find("second-step-state")).ToContainTextAsync("9");
        Assert.Empty(visitor.Complaints.Concat(other.Complaints).Concat(third.Complaints));
    }

    [Fact]
    public async Task SecondStep_TakenOffByAnAdministrator_IsAskedForNoMore()
    {
        await SteppedAccount.MakeAsync(_dashboard, Name);
        await using var administrator = await chromium.VisitAsync(_dashboard.Address);
        await administrator.GoAsync("/users");
        var line = administrator.Page.Locator($"[data-testid=user][data-name='{Name}']");
        await line.GetByTestId("remove-second-step").ClickAsync();
        await administrator.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Take off second step" }).ClickAsync();
        await Assertions.Expect(line.GetByTestId("remove-second-step")).ToHaveCountAsync(0);

        await using var visitor = await chromium.VisitAsync(_dashboard.Address, new VisitorOptions { UserName = null });
        await visitor.Page.GotoAsync("/account/sign-in");
        await visitor.SignInAsync(Name);
        await visitor.WaitUntilInteractiveAsync();
    }

    [Fact]
    public async Task SecondStep_SwitchedOff_NeedsThePassword()
    {
        var account = await SteppedAccount.MakeAsync(_dashboard, Name);
        await using var visitor = await chromium.VisitAsync(_dashboard.Address, new VisitorOptions { UserName = null });
        await visitor.Page.GotoAsync("/account/sign-in?returnUrl=%2Faccount%2Fauthenticator");
        await visitor.SignInAsync(Name);
        await visitor.Page.Locator("#code").FillAsync(account.Code());
        await visitor.Page.GetByTestId("code").Locator("button.pri").ClickAsync();

        await visitor.Page.Locator("#current").FillAsync("not the password");
        await visitor.Find("second-step-off").ClickAsync();
        await Assertions.Expect(visitor.Find("account-fault")).ToBeVisibleAsync();
        await visitor.Page.Locator("#current").FillAsync(DashboardSettings.Password);
        await visitor.Find("second-step-off").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("The second step is off");
        Assert.False(_dashboard.Roster.Find(account.Id)?.HasSecondStep);
    }

    private string CodeOf(string key, int distance) => TimedCode.Of(SteppedAccount.SecretOf(key), TimedCode.StepAt(_dashboard.Now()) + distance);
}
