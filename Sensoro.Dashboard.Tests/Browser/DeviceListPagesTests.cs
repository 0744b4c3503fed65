using System.Text;
using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>The device list as staff arrange it: views for everybody, columns for oneself, labels on paper.</summary>
[Collection(BrowserTests.Name)]
public sealed class DeviceListPagesTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private const string Sn = "0117C5A9D0B3F2A1";
    private const string Other = "0117C5A9D0B3F2A2";
    private readonly DashboardFactory _dashboard = new();

    public async ValueTask InitializeAsync() => await _dashboard.FoldPushesAsync(
        PushBody.Sensor(Sn, 1, _dashboard.Now(), """{"battery":90,"interval":600,"temperature":21.5}"""),
        PushBody.Sensor(Other, 2, _dashboard.Now(), """{"battery":80,"interval":600,"temperature":20.5}"""));

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task View_SavedByOne_IsOfferedToAnotherUntilItIsRemoved()
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address);
        await visitor.GoAsync("/devices?q=f2a1");
        await visitor.Find("name-view").ClickAsync();
        await Assertions.Expect(visitor.Find("view-name")).ToBeFocusedAsync();
        await visitor.Page.Keyboard.TypeAsync("One <i>");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Find("saved-view")).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(visitor.Find("saved-view")).ToHaveTextAsync("One <i>");

        await using var colleague = await chromium.VisitAsync(_dashboard.Address, VisitorOptions.Phone);
        await colleague.GoAsync("/devices");
        await colleague.DeviceRow(Other).WaitForAsync();
        await colleague.Page.GetByText("One <i>").ClickAsync();
        await colleague.HasAddressAsync("/devices\\?q=f2a1$");
        await Assertions.Expect(colleague.DeviceRow(Other)).ToHaveCountAsync(0);
        await Assertions.Expect(colleague.DeviceRow(Sn)).ToBeVisibleAsync();

        await colleague.Find("view-menu").Locator("summary").ClickAsync();
        await colleague.Find("remove-view").ClickAsync();
        await Assertions.Expect(colleague.Find("saved-view")).ToHaveCountAsync(0);
        Assert.Empty(visitor.Complaints.Concat(colleague.Complaints));
    }

    [Fact]
    public async Task Layout_ChosenOnce_IsThereOnTheNextVisitFromTheFirstPaint()
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address);
        await visitor.GoAsync("/devices");
        await visitor.DeviceRow(Sn).WaitForAsync();

        await visitor.Find("columns").Locator("summary").ClickAsync();
        await visitor.Find("column-Battery").UncheckAsync();
        await visitor.Find("column-FirstSeen").CheckAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(visitor.Find("column-FirstSeen")).ToBeHiddenAsync();
        await visitor.Find("compact").ClickAsync();
        await visitor.HasAddressAsync("cols=name.type.values.interval.last.first-seen&density=comfortable$");
        await Assertions.Expect(visitor.DeviceRow(Sn).Locator("td").Last).ToHaveCSSAsync("height", "48px");

        await visitor.GoAsync("/devices");

        await visitor.DeviceRow(Sn).WaitForAsync();
        await Assertions.Expect(visitor.Page.Locator("th")).ToHaveTextAsync(["", "State ↓", "SN", "Name", "Type", "Key values", "Interval", "Last message", "First seen"]);
        await Assertions.Expect(visitor.Page.Locator(".list")).ToHaveAttributeAsync("data-density", "comfortable");
        await visitor.HasAddressAsync("/devices$");
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Labels_OpenedUnderTheNameOfTheServer_LeadThere()
    {
        await using var dashboard = new DashboardFactory(new DashboardSettings { Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["AllowedHosts"] = "127.0.0.1;sensors.example.com" } });
        await dashboard.FoldPushesAsync(PushBody.Sensor(Sn, 1, dashboard.Now(), """{"temperature":21.5}"""));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/devices/labels?sn=" + Sn);
        request.Headers.Host = "sensors.example.com:8443";
        using var answer = await dashboard.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains($"data-address=\"http://sensors.example.com:8443/d/{Sn}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("this computer alone", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_OfASelection_FillSheetsOfPaperAndNothingElseIsPrinted()
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address);
        await visitor.GoAsync("/devices");
        await visitor.DeviceRow(Sn).Locator("[data-testid=choose]").CheckAsync();
        var labels = await visitor.Page.RunAndWaitForPopupAsync(() => visitor.Find("bulk-labels").ClickAsync());

        await Assertions.Expect(labels.GetByTestId("qr-label")).ToHaveAttributeAsync("data-address", new Uri(_dashboard.Address, "/d/" + Sn).ToString());
        await Assertions.Expect(labels.GetByTestId("label-base")).ToContainTextAsync("this computer alone");
        await Assertions.Expect(labels.GetByTestId("print")).ToBeVisibleAsync();

        await labels.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(labels.Locator("header, h1, [data-testid=label-base]").Filter(new() { Visible = true })).ToHaveCountAsync(0);
        var box = await labels.GetByTestId("qr-label").BoundingBoxAsync();
        Assert.Equal((265, 140), ((int)Math.Round(box?.Width ?? 0), (int)Math.Round(box?.Height ?? 0)));
        var paper = Encoding.Latin1.GetString(await labels.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true }));
        Assert.StartsWith("[0 0 594.9", Assert.Single(paper.Split("/MediaBox")[1..]).Trim(), StringComparison.Ordinal);
    }
}
