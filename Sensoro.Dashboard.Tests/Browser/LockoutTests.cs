using Microsoft.Playwright;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>Somebody guesses a password on the page: the account pauses, says no more than before, and nobody else is kept out.</summary>
[Collection(BrowserTests.Name)]
public sealed class LockoutTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private const int TriesOfAnAccount = 5;

    private readonly DashboardFactory _dashboard = new();

    public async ValueTask InitializeAsync() => await _dashboard.AddUserAsync("wang.fang", Role.Viewer);

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task Account_AfterFiveWrongPasswords_RefusesTheRightOneWithTheSameWords()
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address, new VisitorOptions { UserName = null });
        await visitor.Page.GotoAsync("/account/sign-in");
        var fault = visitor.Page.Locator("[data-testid=account-fault]");
        for (var number = 0; number < TriesOfAnAccount; number++)
        {
            await TryAsync(visitor, "wang.fang", $"a guess that is wrong {number}");
            await Assertions.Expect(fault).ToBeVisibleAsync();
        }

        var wrong = await fault.InnerTextAsync();
        await TryAsync(visitor, "wang.fang", DashboardSettings.Password);
        await Assertions.Expect(fault).ToHaveTextAsync(wrong.Trim());
        await Assertions.Expect(visitor.Page.GetByTestId("sign-in")).ToBeVisibleAsync();

        await TryAsync(visitor, DashboardSettings.Administrator, DashboardSettings.Password);
        await visitor.WaitUntilInteractiveAsync();
    }

    /// <summary>Sends the form and waits for the page that answers it.</summary>
    private static async Task TryAsync(Visitor visitor, string name, string password)
    {
        await visitor.Page.Locator("#user-name").FillAsync(name);
        await visitor.Page.Locator("#password").FillAsync(password);
        await visitor.Page.RunAndWaitForResponseAsync(
            () => visitor.Page.Locator("form[data-testid=sign-in] button.pri").ClickAsync(),
            static answer => answer.Request.Method == "POST");
    }
}
