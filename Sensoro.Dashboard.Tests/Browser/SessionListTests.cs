using Microsoft.Playwright;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>Somebody who is signed in in two browsers, and ends one from the other.</summary>
[Collection(BrowserTests.Name)]
public sealed class SessionListTests(ChromiumFixture chromium) : IAsyncDisposable
{
    private const string Name = "wang.fang";

    /// <summary>An open page has to be gone by then.</summary>
    private const float SoonEnough = 60_000;

    private readonly DashboardFactory _dashboard = new();

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Theory]
    [InlineData("end-session")]
    [InlineData("end-other-sessions")]
    public async Task Session_EndedFromAnotherBrowser_LeavesItsOpenPage(string button)
    {
        await _dashboard.AddUserAsync(Name, Role.Viewer);
        await using var here = await VisitAsync();
        await using var there = await VisitAsync();
        await there.GoAsync("/devices");

        await here.Page.GotoAsync("/account");
        await Assertions.Expect(here.Find("own-session")).ToHaveCountAsync(2);
        await Assertions.Expect(here.Page.Locator("[data-testid=own-session][data-own]")).ToHaveCountAsync(1);
        await Assertions.Expect(here.Find("own-session").First).ToContainTextAsync("Chrome on Linux");
        await here.Find(button).ClickAsync();
        await Assertions.Expect(here.Find("own-session")).ToHaveCountAsync(1);

        await Assertions.Expect(there.Page.GetByTestId("sign-in")).ToBeVisibleAsync(new() { Timeout = SoonEnough });
        await here.GoAsync("/devices");
        Assert.Empty(here.Complaints);
    }

    private async Task<Visitor> VisitAsync()
    {
        var visitor = await chromium.VisitAsync(_dashboard.Address, new VisitorOptions { UserName = null });
        await visitor.Page.GotoAsync("/account/sign-in");
        await visitor.SignInAsync(Name);
        await visitor.WaitUntilInteractiveAsync();
        return visitor;
    }
}
