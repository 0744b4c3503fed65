using Bunit;
using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Map;
using Sensoro.Dashboard.Tests.Components.Device;
using static Sensoro.Dashboard.Tests.Components.Device.SampleDevice;

namespace Sensoro.Dashboard.Tests.Components.Map;

public sealed class MapPageTests : IAsyncLifetime
{
    private readonly DevicePageContext _context = new();

    public ValueTask InitializeAsync()
    {
        _context.Receive(
            SamplePush.New("FINE01", "1", """{"temperature":4.1,"lonlat":[121.5,31.2],"interval":60}""", Noon),
            SamplePush.New("SMOKE1", "2", """{"smoke":true,"lonlat":[121.5,31.2],"battery":86,"interval":60}""", Noon),
            SamplePush.New("NOFIX1", "3", """{"temperature":5,"interval":60}""", Noon));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    [Fact]
    public async Task MapPage_Fleet_ListsPlacedDevicesWorstFirstAndTheRestInTheTray()
    {
        var page = Show();

        page.WaitForAssertion(() => Assert.Equal(["SMOKE1", "FINE01"], Sns(page, "map-row")));
        Assert.Contains("1 without a position", page.Find("[data-testid=tray]").TextContent, StringComparison.Ordinal);

        await page.Find("[data-testid=tray-toggle]").ClickAsync();
        Assert.Equal(["NOFIX1"], Sns(page, "tray-device"));
    }

    [Fact]
    public async Task MapPage_ViewOfTheMap_IsWhatTheListShows()
    {
        var page = Show();
        page.WaitForElement("[data-testid=map-row]");

        var map = page.FindComponent<MapView>();
        await page.InvokeAsync(() => map.Instance.ViewChanged(["FINE01"]));

        page.WaitForAssertion(() => Assert.Equal(["FINE01"], Sns(page, "map-row")));
        Assert.Equal("1 in view", page.Find("[data-testid=in-view]").TextContent);
    }

    [Fact]
    public void MapPage_FilterOfTheAddress_NarrowsTheList()
    {
        Address("/map?status=alarm");
        var page = Show();

        page.WaitForAssertion(() => Assert.Equal(["SMOKE1"], Sns(page, "map-row")));
        Assert.Empty(page.FindAll("[data-testid=tray]"));
    }

    [Fact]
    public async Task MapPage_SearchThatFindsNothing_OffersToClearIt()
    {
        Address("/map?q=nothing");
        var page = Show();

        await page.WaitForElement(".empty button").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[data-testid=map-row]").Count));
        Assert.EndsWith("/map", _context.Get<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MapPage_ChosenDevice_StandsInTheAddressAndOnTheCardUntilEscape()
    {
        var page = Show();
        await page.WaitForElement("[data-testid=map-row][data-sn=SMOKE1]").ClickAsync();

        page.WaitForElement("[data-testid=map-card][data-sn=SMOKE1]");
        Assert.EndsWith("?sn=SMOKE1", _context.Get<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal("/devices/SMOKE1", page.Find("[data-testid=open-device]").GetAttribute("href"));

        await page.Find("[data-testid=map-page]").KeyDownAsync("Escape");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=map-card]")));
    }

    [Fact]
    public async Task MapPage_Keys_WalkThroughTheListAndEnterTheNext()
    {
        Address("/map?sn=SMOKE1");
        var page = Show();
        page.WaitForElement("[data-testid=map-row]");

        await page.Find("[data-testid=map-list]").KeyDownAsync("j");

        page.WaitForElement("[data-testid=map-card][data-sn=FINE01]");
        Assert.Equal("FINE01", page.Find("[data-testid=map-row][aria-pressed=true]").GetAttribute("data-sn"));
    }

    [Fact]
    public async Task MapPage_EnterOnTheSelectedRow_OpensTheDevice()
    {
        Address("/map?sn=SMOKE1");
        var page = Show();

        await page.WaitForElement("[data-testid=map-row][data-sn=FINE01]").KeyDownAsync("Enter");
        Assert.EndsWith("/map?sn=SMOKE1", _context.Get<NavigationManager>().Uri, StringComparison.Ordinal);

        await page.Find("[data-testid=map-row][data-sn=SMOKE1]").KeyDownAsync("Enter");
        Assert.EndsWith("/devices/SMOKE1", _context.Get<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void MapPage_AsATable_ShowsEveryDeviceAndNoMap()
    {
        Address("/map?view=table");
        var page = Show();

        page.WaitForAssertion(() => Assert.Equal(["SMOKE1", "FINE01", "NOFIX1"], Sns(page, "map-table-row")));
        Assert.Empty(page.FindComponents<MapView>());
    }

    [Fact]
    public void MapPage_PushOfAnotherDevice_BringsItIntoTheList()
    {
        var page = Show();
        page.WaitForElement("[data-testid=map-row]");

        _context.Receive(SamplePush.New("LEAK01", "4", """{"leak":1,"lonlat":[120,30],"interval":60}""", Noon.AddSeconds(1)));

        page.WaitForAssertion(() => Assert.Equal(["LEAK01", "SMOKE1", "FINE01"], Sns(page, "map-row")));
    }

    [Fact]
    public void MapPage_TimePasses_SilentDevicesMoveUp()
    {
        var page = Show();
        page.WaitForElement("[data-testid=map-row][data-status=normal]");

        _context.Clock.Advance(TimeSpan.FromMinutes(4));

        page.WaitForElement("[data-testid=map-row][data-sn=FINE01][data-status=lost]");
    }

    [Fact]
    public async Task MapPage_BatteryAndSilence_StandInTheAddressAndNarrowTheList()
    {
        _context.Receive(SamplePush.New("LOWBAT", "5", """{"battery":8,"lonlat":[120,30],"interval":60}""", Noon.AddHours(-7)));
        Address("/map");
        var page = Show();
        page.WaitForElement("[data-testid=map-row]");

        await page.Find("[data-testid=map-battery]").ChangeAsync("10");
        await page.Find("[data-testid=map-silent]").ChangeAsync("6h");

        page.WaitForAssertion(() => Assert.Equal(["LOWBAT"], Sns(page, "map-row")));
        Assert.EndsWith("/map?battery=10&silent=6h", _context.Get<NavigationManager>().Uri, StringComparison.Ordinal);

        await page.Find("[data-testid=map-clear]").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("[data-testid=map-row]").Count));
        Assert.Empty(page.FindAll("[data-testid=map-clear]"));
    }

    [Fact]
    public async Task MapPage_FilterThatMatchesOutOfView_OffersToShowAll()
    {
        Address("/map?status=alarm");
        var page = Show();
        page.WaitForElement("[data-testid=map-row]");

        await page.InvokeAsync(() => page.FindComponent<MapView>().Instance.ViewChanged([]));

        page.WaitForAssertion(() => Assert.Contains("No device in this part of the map", page.Find("[data-testid=map-list]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task MapPage_TrailOfTheCard_StandsInTheAddressAndMakesRoom()
    {
        Address("/map?sn=SMOKE1");
        var page = Show();
        await page.WaitForElement("[data-testid=open-trail]").ClickAsync();

        page.WaitForElement("[data-testid=trail]");
        Assert.Empty(page.FindAll("[data-testid=map-card]"));
        Assert.EndsWith("/map?trail=SMOKE1", _context.Get<NavigationManager>().Uri, StringComparison.Ordinal);

        await page.Find("[data-testid=trail-span][data-span=today]").ClickAsync();
        page.WaitForElement("[data-testid=trail-span][data-span=today][aria-pressed=true]");
        Assert.Contains("over=today", _context.Get<NavigationManager>().Uri, StringComparison.Ordinal);

        await page.Find("[data-testid=trail-close]").ClickAsync();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=trail]")));
        Assert.EndsWith("/map", _context.Get<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MapPage_TableOfATrail_TellsItsPlacesAndGoesOnWithThem()
    {
        _context.Receive(SamplePush.New("VAN001", "6", """{"lonlat":[121.4,31.2],"interval":60}""", Noon.AddMinutes(-30)), SamplePush.New("VAN001", "7", """{"lonlat":[121.5,31.2]}""", Noon.AddMinutes(-29)));
        Address("/map?trail=VAN001");
        var page = Show();

        await page.WaitForElement("[data-testid=trail-table-toggle]").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal("2", page.Find("[data-testid=trail-table]").GetAttribute("data-total")));

        _context.Receive(SamplePush.New("VAN001", "8", """{"lonlat":[121.6,31.2]}""", Noon));
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("[data-testid=trail-table] tbody tr").Count));
        Assert.Contains("gap, 29 min", page.Find("[data-testid=trail-table] tbody tr").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<MapPage> Show() => _context.Render<MapPage>();

    private void Address(string address) => _context.Get<NavigationManager>().NavigateTo(address);

    private static string[] Sns(IRenderedComponent<MapPage> page, string testId) =>
        [.. page.FindAll($"[data-testid={testId}]").Select(element => element.GetAttribute("data-sn") ?? "")];
}
