using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>Who finds no place is told so, in their language, and gets one as soon as somebody leaves.</summary>
[Collection(BrowserTests.Name)]
public sealed class BusyTests(ChromiumFixture chromium)
{
    [Theory]
    [InlineData("Limits:OpenPagesPerAddress")]
    [InlineData("Limits:OpenPages")]
    public async Task Visitor_BeyondTheLastPlace_IsToldAndLetInLater(string limit)
    {
        await using var dashboard = new DashboardFactory(new DashboardSettings { Values = new Dictionary<string, string>(StringComparer.Ordinal) { [limit] = "1" } });
        await dashboard.FoldPushesAsync(PushBody.Sensor("0117C5A9D0AA0001", 1, dashboard.Now(), "{}"));
        var first = await chromium.VisitAsync(dashboard.Address);
        await first.GoAsync("/devices");

        await using var second = await chromium.VisitAsync(dashboard.Address, new VisitorOptions { IsChinese = true });
        var answer = await second.Page.GotoAsync("/devices?q=0117");
        Assert.Equal(503, answer?.Status);
        await Assertions.Expect(second.Page.Locator("h1")).ToHaveTextAsync("打开的页面过多");
        var again = second.Page.GetByRole(AriaRole.Link, new() { Name = "立即重试" });
        await Assertions.Expect(again).ToHaveAttributeAsync("href", "/devices?q=0117");

        await first.DisposeAsync();
        while (await again.CountAsync() > 0)
        {
            // Each try is a request; the place is free as soon as the server has seen the first visitor leave.
            await again.ClickAsync();
        }

        await Assertions.Expect(second.DeviceRow("0117C5A9D0AA0001")).ToBeVisibleAsync();
    }
}
