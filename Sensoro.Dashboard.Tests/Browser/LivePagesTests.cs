using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>What staff see when a push arrives, in a real browser on a real port.</summary>
[Collection(BrowserTests.Name)]
public sealed class LivePagesTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private const string Sn = "0117C5A9D0B3F2E8";

    /// <summary>The promise to the night shift.</summary>
    private const float SoonMilliseconds = 2_000;

    private static readonly PushService Service = PushService.North;
    private readonly DashboardFactory _dashboard = new();
    private long _msgId = 7_000_000_000;

    public async ValueTask InitializeAsync() => await _dashboard.FoldPushesAsync(
        PushBody.Sensor(Sn, ++_msgId, _dashboard.Now() - TimeSpan.FromMinutes(2), """{"battery":90,"interval":600,"temperature":21.5,"smoke":0,"lonlat":[116.40,39.91]}"""));

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task EncryptedPush_OnOpenPages_MovesGaugeChartMapListAndCounts()
    {
        await using var device = await chromium.VisitAsync(_dashboard.Address);
        await using var map = await chromium.VisitAsync(_dashboard.Address);
        await using var list = await chromium.VisitAsync(_dashboard.Address);
        await using var overview = await chromium.VisitAsync(_dashboard.Address);
        await device.GoAsync("/devices/" + Sn);
        await map.GoAsync("/map");
        await list.GoAsync("/devices");
        await overview.GoAsync("/");
        await ShowsAsync(device, "[data-gauge=temperature] [data-figure]", "21.5");
        await Assertions.Expect(device.Page.Locator(".chart")).ToHaveAttributeAsync("data-ready", "true");
        await Assertions.Expect(map.Page.Locator("[data-map=fleet]")).ToHaveAttributeAsync("data-ready", "true", new() { Timeout = 20_000 });
        await ShowsAsync(overview, "[data-testid=status-count][data-status=normal]", "1");

        // The first live push warms what is compiled on first use, on every page; the second is the one that counts.
        await SendSafeAsync("""{"battery":89,"interval":600,"temperature":22.5,"smoke":1}""");
        await ShowsAsync(device, "[data-gauge=temperature] [data-figure]", "22.5");
        await Assertions.Expect(device.Page.Locator(".chart")).ToHaveAttributeAsync("data-points", "2");
        await Assertions.Expect(map.Page.Locator("[data-map=fleet]")).ToHaveAttributeAsync("data-last-status", "alarm");
        await Assertions.Expect(list.DeviceRow(Sn)).ToContainTextAsync("22.5 °C");
        await ShowsAsync(overview, "[data-testid=status-count][data-status=alarm]", "1");
        await SendSafeAsync("""{"battery":89,"interval":600,"temperature":30.5,"smoke":0,"lonlat":[116.50,39.95]}""");

        await Task.WhenAll(
            ShowsSoonAsync(device, "[data-gauge=temperature] [data-figure]", "30.5"),
            Assertions.Expect(device.Page.Locator(".chart")).ToHaveAttributeAsync("data-points", "3", new() { Timeout = SoonMilliseconds }),
            Assertions.Expect(map.Page.Locator("[data-map=fleet]")).ToHaveAttributeAsync("data-last-status", "normal", new() { Timeout = SoonMilliseconds }),
            Assertions.Expect(list.DeviceRow(Sn)).ToContainTextAsync("30.5 °C", new() { Timeout = SoonMilliseconds }),
            ShowsSoonAsync(overview, "[data-testid=status-count][data-status=alarm]", "0"));
        Assert.Empty(device.Complaints.Concat(map.Complaints).Concat(list.Complaints).Concat(overview.Complaints));
    }

    [Fact]
    public async Task HeaderSearch_LastSixCharactersOfAnSn_OpensTheDevice()
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address);
        await visitor.GoAsync("/");

        await visitor.Page.Keyboard.PressAsync("/");
        await visitor.Page.Keyboard.TypeAsync("b3f2e8");
        await Assertions.Expect(visitor.Page.Locator("#search-results [role=option]")).ToHaveCountAsync(1);
        await visitor.Page.Keyboard.PressAsync("Enter");

        await visitor.HasAddressAsync("/devices/" + Sn + "$");
        await ShowsAsync(visitor, "h1", Sn);
    }

    [Fact]
    public async Task NewDevice_WhileTheListIsOpen_AppearsByItself()
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address);
        await visitor.GoAsync("/devices");
        await visitor.DeviceRow(Sn).WaitForAsync();

        await _dashboard.StorePushesAsync(PushBody.Sensor("0117C5A9D0B3F2E9", ++_msgId, _dashboard.Now(), """{"battery":50,"humidity":40}"""));

        await visitor.DeviceRow("0117C5A9D0B3F2E9").WaitForAsync();
    }

    [Fact]
    public async Task Ledger_WhenAPushArrives_ShowsItAndWhatItSays()
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address);
        await visitor.GoAsync("/messages");
        await visitor.Find("message-row").First.WaitForAsync();

        await SendSafeAsync("""{"battery":77,"temperature":4.9}""");
        var row = visitor.Find("message-row").First;
        await Assertions.Expect(row).ToContainTextAsync((_msgId).ToString(System.Globalization.CultureInfo.InvariantCulture));
        await row.ClickAsync();

        await Assertions.Expect(visitor.Find("message-drawer")).ToContainTextAsync("4.9 °C");
    }

    private async Task SendSafeAsync(string data) =>
        await _dashboard.StorePushesAsync(PushBody.Safe(Service, Sn, ++_msgId, _dashboard.Now(), data));

    private static Task ShowsAsync(Visitor visitor, string selector, string text) =>
        Assertions.Expect(visitor.Page.Locator(selector).First).ToContainTextAsync(text);

    private static Task ShowsSoonAsync(Visitor visitor, string selector, string text) =>
        Assertions.Expect(visitor.Page.Locator(selector).First).ToContainTextAsync(text, new() { Timeout = SoonMilliseconds });
}
