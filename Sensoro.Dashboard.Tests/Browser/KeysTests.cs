using Microsoft.Playwright;
using Sensoro.Dashboard.Components.Layout;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>The list of keys cannot lie: every key it names is pressed.</summary>
[Collection(BrowserTests.Name)]
public sealed class KeysTests(ChromiumFixture chromium, PageLooksTests.SmallFleet fleet) : IClassFixture<PageLooksTests.SmallFleet>
{
    [Fact]
    public async Task QuestionMark_OnAnyPage_OpensTheListThatNamesEveryKey()
    {
        await using var visitor = await chromium.VisitAsync(fleet.Dashboard.Address);
        await visitor.GoAsync("/");

        await visitor.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(visitor.Find("keys")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Find("shortcut")).ToHaveCountAsync(Shortcuts.All.Sum(static group => group.Shortcuts.Count));

        await visitor.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(visitor.Find("keys")).ToBeHiddenAsync();
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Pages_OfTheList_AreReachedByTheirKeys()
    {
        await using var visitor = await chromium.VisitAsync(fleet.Dashboard.Address);
        await visitor.GoAsync("/not-found");

        foreach (var (item, keys) in NavItems.All.Zip(Shortcuts.Pages))
        {
            foreach (var key in keys.Keys.Split(' '))
            {
                await visitor.Page.Keyboard.PressAsync(key);
            }

            await visitor.HasAddressAsync($"^[^?]*:\\d+{item.Href}$");
            await Assertions.Expect(visitor.Page.Locator("h1")).ToBeFocusedAsync();
        }
    }

    [Theory]
    [InlineData("/devices", "[data-testid=device-row]")]
    [InlineData("/messages", "[data-testid=message-row] a")]
    [InlineData("/tasks", "[data-testid=task-row] :is(a, button)")]
    public async Task ListKeys_OnAPageWithAList_MoveToItsLines(string path, string row)
    {
        await using var visitor = await chromium.VisitAsync(fleet.Dashboard.Address);
        await visitor.GoAsync(path);
        await visitor.Page.Locator(row).First.WaitForAsync();

        // From the list itself, where somebody who walks it with the keyboard is.
        await visitor.Page.Locator(row).First.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("j");
        await visitor.Page.Keyboard.PressAsync("k");

        await visitor.Page.WaitForFunctionAsync("row => document.activeElement?.matches(row)", row);
    }

    [Fact]
    public async Task Phone_UnderMore_OffersTheListToo()
    {
        await using var visitor = await chromium.VisitAsync(fleet.Dashboard.Address, VisitorOptions.Phone);
        await visitor.GoAsync("/");

        await visitor.Find("more-pages").ClickAsync();
        await visitor.Find("more-pages").Locator("[data-opens]").ClickAsync();

        await Assertions.Expect(visitor.Find("keys")).ToBeVisibleAsync();
    }
}
