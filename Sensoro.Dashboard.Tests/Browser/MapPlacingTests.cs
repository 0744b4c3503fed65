using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>A device without a position finds its place on the map, by mouse or by keys, and loses it again by one press.</summary>
[Collection(BrowserTests.Name)]
public sealed class MapPlacingTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private const string Sn = "0117C5A9D0B3F2E1";

    private readonly DashboardFactory _dashboard = new();

    public async ValueTask InitializeAsync() => await _dashboard.FoldPushesAsync(
        PushBody.Sensor("0117C5A9D0B3F2E0", 1, _dashboard.Now(), """{"battery":90,"interval":600,"lonlat":[116.4,39.9]}"""),
        PushBody.Sensor(Sn, 2, _dashboard.Now(), """{"battery":80,"interval":600,"temperature":20.5}"""));

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task Device_DraggedOntoTheMap_StandsThereUntilItIsTakenBack()
    {
        await using var visitor = await OpenTrayAsync();

        await visitor.Page.Locator($"[data-carry='{Sn}']").DragToAsync(visitor.Page.Locator("[data-map=fleet] canvas"));

        await AssertPlacedAsync(visitor);
        await visitor.Page.Locator(".mud-snackbar button").ClickAsync();
        await Assertions.Expect(visitor.Find("tray")).ToBeVisibleAsync();
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Device_PlacedByKeys_StandsUnderTheCross()
    {
        await using var visitor = await OpenTrayAsync();
        await visitor.Find("tray-place").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Page.Locator($"[data-placing='{Sn}'] canvas")).ToBeFocusedAsync();

        // Once given up, then done: the focus is on the map, where arrows move it.
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(visitor.Find("placing")).ToHaveCountAsync(0);
        await visitor.Find("tray-place").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Page.Locator($"[data-placing='{Sn}'] canvas")).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");

        await AssertPlacedAsync(visitor);
        Assert.Empty(visitor.Complaints);
    }

    private async Task<Visitor> OpenTrayAsync()
    {
        var visitor = await chromium.VisitAsync(_dashboard.Address);
        await visitor.GoAsync("/map");
        await Assertions.Expect(visitor.Page.Locator("[data-map=fleet]")).ToHaveAttributeAsync("data-ready", "true", new() { Timeout = 60_000 });
        await visitor.Find("tray-toggle").ClickAsync();
        await visitor.Find("tray-device").WaitForAsync();
        return visitor;
    }

    private async Task AssertPlacedAsync(Visitor visitor)
    {
        await Assertions.Expect(visitor.Find("tray")).ToHaveCountAsync(0);
        await Assertions.Expect(visitor.Page.Locator("[data-map=fleet]")).ToHaveAttributeAsync("data-in-view", "2", new() { Timeout = 30_000 });
        Assert.Equal(1L, SqliteReading.Scalar<long>(Path.Combine(_dashboard.DataDirectory, "sensoro.db"), $"SELECT count(*) FROM devices WHERE sn = '{Sn}' AND position_source = 1 AND datum = 0 AND longitude BETWEEN -180 AND 180"));
    }
}
