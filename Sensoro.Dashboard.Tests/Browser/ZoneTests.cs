using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>Whose hours a page speaks of.</summary>
[Collection(BrowserTests.Name)]
public sealed class ZoneTests(ChromiumFixture chromium, PageLooksTests.SmallFleet fleet) : IClassFixture<PageLooksTests.SmallFleet>
{
    [Fact]
    public async Task Page_AtFirst_IsInTheZoneOfTheBrowser()
    {
        await using var visitor = await chromium.VisitAsync(fleet.Dashboard.Address);

        await visitor.GoAsync("/");

        await Assertions.Expect(visitor.Find("zone")).ToHaveTextAsync("Asia/Shanghai, UTC+8");
    }

    [Fact]
    public async Task Menu_ChoosingUtc_LastsOverPagesAndVisits()
    {
        await using var visitor = await chromium.VisitAsync(fleet.Dashboard.Address);
        await visitor.GoAsync("/devices?sort=name");

        await visitor.Find("zone-menu").Locator("summary").ClickAsync();
        await visitor.Find("zone-menu").Locator("[data-zone=Utc]").ClickAsync();

        await visitor.HasAddressAsync("/devices\\?sort=name$");
        await visitor.WaitUntilInteractiveAsync();
        await Assertions.Expect(visitor.Find("zone")).ToHaveTextAsync("UTC");
        await visitor.GoAsync("/tasks");
        await Assertions.Expect(visitor.Page.Locator("main .zone")).ToContainTextAsync("UTC");
    }

    [Fact]
    public async Task OnSitePage_OfAReturningReader_NamesTheReadersZone()
    {
        await using var visitor = await chromium.VisitAsync(fleet.Dashboard.Address, VisitorOptions.Phone);
        await visitor.Page.GotoAsync("/d");

        await visitor.Page.GotoAsync("/d/0117C5A9D0AA0001");

        await Assertions.Expect(visitor.Find("on-site-device")).ToContainTextAsync("Asia/Shanghai");
    }
}
