using System.Text;
using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>A list of devices from a file: shown first, changed at once, taken back by one press.</summary>
[Collection(BrowserTests.Name)]
public sealed class DeviceImportPageTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private const string Sn = "0117C5A9D0B3F2A1";
    private readonly DashboardFactory _dashboard = new();

    public async ValueTask InitializeAsync() => await _dashboard.FoldPushesAsync(
        PushBody.Sensor(Sn, 1, _dashboard.Now(), """{"battery":90,"interval":600,"temperature":21.5}"""));

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task File_WithAWrongLine_ChangesNothingUntilItIsMended()
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address);
        await using var other = await chromium.VisitAsync(_dashboard.Address);
        await other.GoAsync("/devices");
        await other.DeviceRow(Sn).WaitForAsync();
        await visitor.GoAsync("/devices");
        await visitor.Find("import-devices").ClickAsync();

        await ChooseAsync(visitor, $"sn,name,lon,lat\n{Sn},Gate,,\nP1,Annex,east,31.2\n,Nameless,,\n");
        await Assertions.Expect(visitor.Find("wrong-line")).ToHaveCountAsync(2);
        await Assertions.Expect(visitor.Find("import-store")).ToHaveCountAsync(0);

        await ChooseAsync(visitor, $"sn,name,lon,lat\n{Sn},Gate,,\nP1,Annex,121.5,31.2\n");
        await Assertions.Expect(visitor.Find("import-line")).ToHaveCountAsync(2);
        await visitor.Find("import-store").ClickAsync();

        await Assertions.Expect(other.DeviceRow(Sn)).ToContainTextAsync("Gate");
        await Assertions.Expect(other.DeviceRow("P1").Locator("[data-status=never]")).ToHaveCountAsync(1);
        await visitor.DeviceRow("P1").WaitForAsync();

        await visitor.Page.Locator(".mud-snackbar button").ClickAsync();
        await Assertions.Expect(other.DeviceRow("P1")).ToHaveCountAsync(0);
        await Assertions.Expect(other.DeviceRow(Sn)).Not.ToContainTextAsync("Gate");
        Assert.Empty(visitor.Complaints.Concat(other.Complaints));
    }

    [Fact]
    public async Task Maintenance_OfASelection_ShowsOnEveryPageAndEnds()
    {
        await using var list = await chromium.VisitAsync(_dashboard.Address);
        await using var device = await chromium.VisitAsync(_dashboard.Address);
        await device.GoAsync("/devices/" + Sn);
        await list.GoAsync("/devices");
        await list.DeviceRow(Sn).WaitForAsync();

        await list.Find("choose-view").CheckAsync();
        await list.Find("bulk-maintenance").ClickAsync();
        await list.Find("maintenance-until").FillAsync("2001-01-01T00:00");
        await list.Find("maintenance-begin").ClickAsync();
        await Assertions.Expect(list.Find("maintenance-fault")).ToBeVisibleAsync();
        await list.Find("maintenance-24").ClickAsync();
        await list.Find("maintenance-begin").ClickAsync();

        await Assertions.Expect(list.DeviceRow(Sn).Locator("[data-status=maintenance]")).ToHaveCountAsync(1);
        await Assertions.Expect(device.Find("status-sentence")).ToHaveAttributeAsync("data-status", "maintenance");

        await device.Find("edit-maintenance").ClickAsync();
        await device.Find("maintenance-end").ClickAsync();
        await Assertions.Expect(list.DeviceRow(Sn).Locator("[data-status=normal]")).ToHaveCountAsync(1);
        Assert.Empty(list.Complaints.Concat(device.Complaints));
    }

    private static Task ChooseAsync(Visitor visitor, string text) => visitor.Find("import-file").SetInputFilesAsync(
        new FilePayload { Name = "devices.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
}
