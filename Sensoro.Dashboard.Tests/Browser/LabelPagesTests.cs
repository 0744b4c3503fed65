using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>What staff say about devices is on every open page, and can be taken back.</summary>
[Collection(BrowserTests.Name)]
public sealed class LabelPagesTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private const string Sn = "0117C5A9D0B3F2A1";
    private readonly DashboardFactory _dashboard = new();

    public async ValueTask InitializeAsync() => await _dashboard.FoldPushesAsync(
        PushBody.Sensor(Sn, 1, _dashboard.Now(), """{"battery":90,"interval":600,"temperature":21.5}"""),
        PushBody.Sensor("0117C5A9D0B3F2A2", 2, _dashboard.Now(), """{"battery":80,"interval":600,"temperature":20.5}"""));

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task Name_GivenOnTheDevicePage_ShowsInAnOpenListAndOnTheMap()
    {
        await using var device = await chromium.VisitAsync(_dashboard.Address);
        await using var list = await chromium.VisitAsync(_dashboard.Address);
        await list.GoAsync("/devices");
        await list.DeviceRow(Sn).WaitForAsync();
        await device.GoAsync("/devices/" + Sn + "?tab=map");

        await device.Find("edit-labels").ClickAsync();
        await device.Find("label-name").FillAsync("Cold store <4>");
        await device.Find("label-tags").FillAsync("cold chain, hall B");
        await device.Find("label-save").ClickAsync();

        await Assertions.Expect(device.Page.Locator("h1")).ToHaveTextAsync("Cold store <4>");
        await Assertions.Expect(list.DeviceRow(Sn)).ToContainTextAsync("Cold store <4>");
        await Assertions.Expect(list.DeviceRow(Sn)).ToContainTextAsync("cold chain");

        await device.Find("place-text").FillAsync("nowhere");
        await device.Find("place-save").ClickAsync();
        await Assertions.Expect(device.Find("place-fault")).ToBeVisibleAsync();
        await device.Find("place-text").FillAsync("31.2304, 121.4737");
        await device.Find("place-save").ClickAsync();
        await Assertions.Expect(device.Find("position-raw")).ToHaveTextAsync("121.4737, 31.2304");
        Assert.Empty(device.Complaints.Concat(list.Complaints));
    }

    [Fact]
    public async Task Tag_GivenToASelection_FiltersTheListAndIsTakenBackByUndo()
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address);
        await visitor.GoAsync("/devices");
        await visitor.DeviceRow(Sn).WaitForAsync();

        await visitor.Find("choose-view").CheckAsync();
        await Assertions.Expect(visitor.Find("bulk-count")).ToHaveTextAsync("2 selected");
        await visitor.Find("bulk-tag").FillAsync("night");
        await visitor.Find("bulk-add").ClickAsync();
        await Assertions.Expect(visitor.DeviceRow(Sn)).ToContainTextAsync("night");
        await Assertions.Expect(visitor.Page.Locator(".mud-snackbar")).ToContainTextAsync("2 devices");

        await visitor.Page.Locator(".mud-snackbar button").ClickAsync();
        await Assertions.Expect(visitor.DeviceRow(Sn)).Not.ToContainTextAsync("night");
        Assert.Empty(visitor.Complaints);
    }
}
