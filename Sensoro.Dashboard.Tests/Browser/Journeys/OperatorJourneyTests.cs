using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser.Journeys;

/// <summary>The night shift: smoke is on every open page, on the one that slept and on the one that was cut off, too.</summary>
[Collection(BrowserTests.Name)]
public sealed class OperatorJourneyTests(ChromiumFixture chromium, ITestOutputHelper output) : IAsyncLifetime
{
    private const string Sn = "0117C5A9D0B3F2E8";
    private const string Other = "0117C5A9D0B3F2E9";
    private const string Gauge = "[data-gauge=temperature] [data-figure]";

    private readonly DashboardFactory _dashboard = new();
    private readonly Journey _journey = new(output);
    private long _msgId = 7_000_000_000;
    private DateTimeOffset _reportedAt;

    public async ValueTask InitializeAsync() => await _dashboard.FoldPushesAsync(Push(Sn, 21.5, smoke: 0), Push(Other, 20.5, smoke: 0));

    public async ValueTask DisposeAsync()
    {
        foreach (var error in _dashboard.Logs.GetSnapshot().Where(static record => record.Level >= LogLevel.Warning))
        {
            output.WriteLine($"{error.Category}: {error.Message} {error.Exception}");
        }

        await _dashboard.DisposeAsync();
    }

    [Fact]
    public async Task Smoke_WhileEveryPageIsOpen_IsOnEachOfThem()
    {
        await using var overview = await chromium.VisitAsync(_dashboard.Address);
        await using var map = await chromium.VisitAsync(_dashboard.Address);
        await using var list = await chromium.VisitAsync(_dashboard.Address);
        await using var device = await chromium.VisitAsync(_dashboard.Address);
        await using var ledger = await chromium.VisitAsync(_dashboard.Address);
        await _journey.StepAsync("five pages are open and live", async () =>
        {
            // One after the other: what draws a map takes the whole machine for a moment.
            await map.GoAsync("/map?sn=" + Sn);
            await Assertions.Expect(map.Page.Locator("[data-map=fleet]")).ToHaveAttributeAsync("data-ready", "true", new() { Timeout = 30_000 });
            await overview.GoAsync("/");
            await list.GoAsync("/devices");
            await device.GoAsync("/devices/" + Sn);
            await ledger.GoAsync("/messages");
            await map.Find("map-card").WaitForAsync();
            await list.DeviceRow(Sn).WaitForAsync();
            await ShowsAsync(device, Gauge, "21.5");
            await ShowsAsync(overview, "[data-testid=status-count][data-status=normal]", "2");
            await ledger.Find("message-row").First.WaitForAsync();
        });

        await _journey.StepAsync("a push with smoke is acknowledged", () => _dashboard.StorePushesAsync(Push(Sn, 61.5, smoke: 1)));

        await Task.WhenAll(
            _journey.StepAsync("overview: its tile counts the alarm", () => ShowsAsync(overview, "[data-testid=status-count][data-status=alarm]", "1")),
            _journey.StepAsync("overview: the device needs someone", () => ShowsAsync(overview, $"[data-testid=attention-row][data-sn='{Sn}']", "Smoke")),
            _journey.StepAsync("navigation: the alarm is counted", () => ShowsAsync(ledger, ".nav a[href='/devices'] .k-alarm", "1")),
            _journey.StepAsync("map: the point is in alarm", () => Assertions.Expect(map.Page.Locator("[data-map=fleet]")).ToHaveAttributeAsync("data-last-status", "alarm")),
            _journey.StepAsync("map: the card says so", () => ShowsAsync(map, "[data-testid=map-card]", "smoke")),
            _journey.StepAsync("map: the list says so", () => Assertions.Expect(map.Page.Locator($"[data-testid=map-row][data-sn='{Sn}']")).ToHaveAttributeAsync("data-status", "alarm")),
            _journey.StepAsync("devices: the row is in alarm", () => Assertions.Expect(list.DeviceRow(Sn).Locator("[data-testid=device-status]")).ToHaveAttributeAsync("data-status", "alarm")),
            _journey.StepAsync("devices: one needs someone", () => ShowsAsync(list, "[data-testid=view-NeedsSomeone]", "1")),
            _journey.StepAsync("device: the gauge has moved", () => ShowsAsync(device, Gauge, "61.5")),
            _journey.StepAsync("device: the sentence says why", () => ShowsAsync(device, "[data-testid=status-sentence]", "smoke")),
            _journey.StepAsync("messages: the push stands on top", () => ShowsAsync(ledger, "[data-testid=message-row]", _msgId.ToString(CultureInfo.InvariantCulture))));
        Assert.Empty(new[] { overview, map, list, device, ledger }.SelectMany(static visitor => visitor.Complaints));
    }

    [Fact]
    public async Task Page_ThatSlept_ShowsWhatItMissedBeforeAnythingElse()
    {
        await using var wall = await chromium.VisitAsync(_dashboard.Address);
        await wall.Page.Clock.InstallAsync();
        await _journey.StepAsync("the wall screen is open", async () =>
        {
            await wall.GoAsync("/devices/" + Sn);
            await ShowsAsync(wall, Gauge, "21.5");
            await PointsAsync(wall, 1);
        });
        await _journey.StepAsync("it lies behind others until it lets go of the link", wall.FallAsleepAsync);
        await _journey.StepAsync("smoke comes and goes meanwhile", () => _dashboard.FoldPushesAsync(Push(Sn, 61.5, smoke: 1), Push(Sn, 22.5, smoke: 0)));
        Assert.Contains("21.5", await wall.Page.Locator(Gauge).TextContentAsync() ?? "", StringComparison.Ordinal);

        await wall.WakeAsync();

        await _journey.StepAsync("it is live again", () => wall.Page.Locator("html[data-link=live]").WaitForAsync());
        await _journey.StepAsync("the chart has no hole", () => PointsAsync(wall, 3));
        await _journey.StepAsync("the gauge shows the last of it", () => ShowsAsync(wall, Gauge, "22.5"));
        await _journey.StepAsync("the messages have both", () => Assertions.Expect(wall.Find("last-message")).ToHaveCountAsync(3));
        await _dashboard.StorePushesAsync(Push(Sn, 23.5, smoke: 0));
        await _journey.StepAsync("and the next push comes as ever", () => PointsAsync(wall, 4));
    }

    [Fact]
    public async Task Page_ThatWasCutOff_ShowsWhatItMissedBeforeAnythingElse()
    {
        await using var link = new CuttableLink(_dashboard.Address);
        await using var device = await chromium.VisitAsync(link.Address);
        await using var ledger = await chromium.VisitAsync(link.Address);
        await _journey.StepAsync("two pages are open over a link", async () =>
        {
            await device.GoAsync("/devices/" + Sn);
            await PointsAsync(device, 1);
            await ledger.GoAsync("/messages");
            await Assertions.Expect(ledger.Find("message-row")).ToHaveCountAsync(2);
        });

        await _journey.StepAsync("the link is cut, and they say so", async () =>
        {
            link.Cut();
            await device.Page.Locator("html[data-link=offline]").WaitForAsync();
            await ledger.Page.Locator("html[data-link=offline]").WaitForAsync();
            await Assertions.Expect(device.Page.Locator("[data-offline-band]")).ToBeVisibleAsync();
        });
        await _dashboard.FoldPushesAsync(Push(Sn, 61.5, smoke: 1), Push(Sn, 62.5, smoke: 1));
        link.Mend();

        await _journey.StepAsync("the chart has no hole", () => PointsAsync(device, 3));
        await _journey.StepAsync("the ledger has every push", () => Assertions.Expect(ledger.Find("message-row")).ToHaveCountAsync(4));
        await _journey.StepAsync("the navigation counts the alarm", () => ShowsAsync(ledger, ".nav a[href='/devices'] .k-alarm", "1"));
        await _journey.StepAsync("the sentence says why", () => ShowsAsync(device, "[data-testid=status-sentence]", "smoke"));
        await _journey.StepAsync("both are live", async () =>
        {
            await device.WaitUntilInteractiveAsync();
            await ledger.WaitUntilInteractiveAsync();
        });
    }

    [Fact]
    public async Task Alarm_ByKeyboardAlone_IsFoundWalkedToAndOpened()
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address);
        await visitor.GoAsync("/");
        await _journey.StepAsync("/ and a part of the SN: arrows choose the second, Enter opens it", () => SearchAsync(visitor));
        await _journey.StepAsync("g d: the devices", async () =>
        {
            await visitor.PressAsync("g d");
            await visitor.HasAddressAsync("/devices$");
            await visitor.DeviceRow(Sn).WaitForAsync();
        });
        await _dashboard.FoldPushesAsync(Push(Other, 61.5, smoke: 1));
        await _journey.StepAsync("the device with smoke stands first", () =>
            Assertions.Expect(visitor.Find("device-row").First).ToHaveAttributeAsync("data-sn", Other));
        await _journey.StepAsync("J J K: back on the first row", async () =>
        {
            await visitor.PressAsync("j");
            await HasFocusAsync(visitor, Other);
            await visitor.PressAsync("j");
            await HasFocusAsync(visitor, Sn);
            await visitor.PressAsync("k");
            await HasFocusAsync(visitor, Other);
        });
        await _journey.StepAsync("Enter: the device, and why", async () =>
        {
            await visitor.PressAsync("Enter");
            await visitor.HasAddressAsync($"/devices/{Other}$");
            await ShowsAsync(visitor, "[data-testid=status-sentence]", "smoke");
        });
        await _journey.StepAsync("Tab to the tabs, arrow to the history", async () =>
        {
            await visitor.TabToAsync("[role=tab]");
            await visitor.PressAsync("ArrowRight");
            await visitor.HasAddressAsync("tab=history$");
            await Assertions.Expect(visitor.Page.Locator("[role=tab][data-tab=history]")).ToBeFocusedAsync();
        });
        await _journey.StepAsync("?: the list of keys, Escape closes it", async () =>
        {
            await visitor.PressAsync("?");
            await Assertions.Expect(visitor.Find("keys")).ToBeVisibleAsync();
            await visitor.PressAsync("Escape");
            await Assertions.Expect(visitor.Find("keys")).ToBeHiddenAsync();
        });
        Assert.Empty(visitor.Complaints);
    }

    private static async Task SearchAsync(Visitor visitor)
    {
        await visitor.PressAsync("/");
        await visitor.Page.Keyboard.TypeAsync("b3f2");
        var results = visitor.Page.Locator("#search-results [role=option]");
        await Assertions.Expect(results).ToHaveCountAsync(2);
        await visitor.PressAsync("ArrowDown");
        await Assertions.Expect(results.Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        var sn = await results.Nth(1).Locator(".number").InnerTextAsync();
        await visitor.PressAsync("Enter");
        await visitor.HasAddressAsync($"/devices/{sn}$");

        // What is typed next is no longer meant for the search.
        await Assertions.Expect(visitor.Page.Locator("[data-keys='/']")).Not.ToBeFocusedAsync();
    }

    private static Task HasFocusAsync(Visitor visitor, string sn) =>
        Assertions.Expect(visitor.Page.Locator($"[data-testid=device-row][data-sn='{sn}']")).ToBeFocusedAsync();

    private static Task PointsAsync(Visitor visitor, int count) =>
        Assertions.Expect(visitor.Page.Locator("[data-testid=live-chart] .chart")).ToHaveAttributeAsync("data-points", count.ToString(CultureInfo.InvariantCulture), new() { Timeout = 30_000 });

    private static Task ShowsAsync(Visitor visitor, string selector, string text) =>
        Assertions.Expect(visitor.Page.Locator(selector).First).ToContainTextAsync(text);

    /// <summary>No two of a device at the same moment: of those only one would be kept.</summary>
    private string Push(string sn, double temperature, int smoke)
    {
        _reportedAt = _reportedAt < _dashboard.Now() ? _dashboard.Now() : _reportedAt.AddMilliseconds(1);
        return PushBody.Sensor(sn, ++_msgId, _reportedAt, string.Create(CultureInfo.InvariantCulture, $$"""{"battery":90,"interval":600,"temperature":{{temperature:0.0}},"smoke":{{smoke}},"lonlat":[116.40,39.91]}"""));
    }
}
