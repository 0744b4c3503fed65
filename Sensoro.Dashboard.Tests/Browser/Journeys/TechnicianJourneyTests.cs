using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser.Journeys;

/// <summary>The technician in front of a device: the end of its number, its page, and the push that proves it works.</summary>
[Collection(BrowserTests.Name)]
public sealed class TechnicianJourneyTests(ChromiumFixture chromium, ITestOutputHelper output) : IAsyncLifetime
{
    private const string Sn = "0117C5A9D0B3F2E8";
    private const string Temperature = "[data-metric=temperature] [data-value]";

    private readonly DashboardFactory _dashboard = new();
    private readonly Journey _journey = new(output);
    private long _msgId;

    public async ValueTask InitializeAsync() => await _dashboard.FoldPushesAsync(
        Push(Sn, """{"battery":90,"interval":600,"temperature":21.5,"smoke":0}"""),
        Push("0117C5A9D0B3F2E9", """{"battery":9,"interval":600,"leak":true}"""));

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task Device_OnAPhone_IsFoundByItsEndAndWatched()
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address, VisitorOptions.Phone);
        await visitor.Page.GotoAsync("/d");

        await _journey.StepAsync("the last six characters lead to the page of the device", async () =>
        {
            await visitor.Page.Locator("#find-sn").FillAsync("b3f2e8");
            await visitor.Find("find-device").Locator("button").ClickAsync();
            await visitor.HasAddressAsync($"/d/{Sn}$");
            await Assertions.Expect(visitor.Page.Locator(Temperature)).ToHaveTextAsync("21.5 °C");
        });
        await _journey.StepAsync("watch waits for the next push", async () =>
        {
            await visitor.Find("watch").Locator("button").ClickAsync();
            await Assertions.Expect(visitor.Find("watch")).ToHaveAttributeAsync("data-link", "live");
        });
        await _journey.StepAsync("the push comes and shows what it changed", NextPushAsync(visitor));
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Device_ByKeyboardAlone_IsFoundByItsEndAndWatched()
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address);
        await visitor.Page.GotoAsync("/d");

        await _journey.StepAsync("Tab to the field, the last six characters, Enter", async () =>
        {
            await visitor.TabToAsync("#find-sn");
            await visitor.Page.Keyboard.TypeAsync("b3f2e8");
            await visitor.PressAsync("Enter");
            await visitor.HasAddressAsync($"/d/{Sn}$");
        });
        await _journey.StepAsync("Tab to watch, Enter", async () =>
        {
            await Assertions.Expect(visitor.Find("watch")).ToBeVisibleAsync();
            await visitor.TabToAsync("[data-watch] button");
            await visitor.PressAsync("Enter");
            await Assertions.Expect(visitor.Find("watch")).ToHaveAttributeAsync("data-link", "live");
        });
        await _journey.StepAsync("the push comes and shows what it changed", NextPushAsync(visitor));
        await _journey.StepAsync("Tab to the whole page, Enter", async () =>
        {
            await visitor.TabToAsync($"a[href='/devices/{Sn}']");
            await visitor.PressAsync("Enter");
            await visitor.HasAddressAsync($"/devices/{Sn}$");
            await visitor.WaitUntilInteractiveAsync();
        });
        Assert.Empty(visitor.Complaints);
    }

    private Func<Task> NextPushAsync(Visitor visitor) => async () =>
    {
        await _dashboard.StorePushesAsync(Push(Sn, """{"battery":90,"interval":600,"temperature":30.5,"smoke":1}"""));
        await Assertions.Expect(visitor.Page.Locator(Temperature)).ToHaveTextAsync("30.5 °C");
        await Assertions.Expect(visitor.Find("watch").Locator("[role=status]")).ToContainTextAsync("21.5 °C → 30.5 °C");
    };

    private string Push(string sn, string data) => PushBody.Sensor(sn, ++_msgId, _dashboard.Now(), data);
}
