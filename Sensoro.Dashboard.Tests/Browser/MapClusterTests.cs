using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>Devices on one spot cannot be told apart at any zoom: their circle opens into a list.</summary>
[Collection(BrowserTests.Name)]
public sealed class MapClusterTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private const int Members = 40;

    private readonly DashboardFactory _dashboard = new();

    public async ValueTask InitializeAsync() => await _dashboard.FoldPushesAsync(Enumerable.Range(0, Members).Select(i => PushBody.Sensor(
        string.Create(CultureInfo.InvariantCulture, $"0117C5A9D0B3F2{i:00}"), i + 1, _dashboard.Now(), $$"""{"battery":90,"interval":600,"smoke":{{(i == 7 ? 1 : 0)}},"lonlat":[116.4,39.9]}""")));

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task Cluster_OfDevicesOnOneSpot_OpensIntoAListThatLeadsToEachOfThem()
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address);
        await visitor.GoAsync("/map");
        await Assertions.Expect(visitor.Page.Locator("[data-map=fleet]")).ToHaveAttributeAsync("data-ready", "true", new() { Timeout = 60_000 });
        var cluster = visitor.Page.Locator($".map-cluster[data-members='{Members}']");
        await Assertions.Expect(cluster).ToHaveClassAsync(new Regex("is-alarm", RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = 60_000 });

        await cluster.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");

        var list = visitor.Page.Locator(".map-members .map-member");
        await Assertions.Expect(list).ToHaveCountAsync(Members);
        await Assertions.Expect(visitor.Page.Locator(".map-members .hd")).ToContainTextAsync("40");
        await list.Nth(Members - 1).ScrollIntoViewIfNeededAsync();
        var sn = await list.Nth(Members - 1).GetAttributeAsync("data-sn");
        await list.Nth(Members - 1).ClickAsync();
        await Assertions.Expect(visitor.Find("map-card")).ToHaveAttributeAsync("data-sn", sn ?? "");
        Assert.Empty(visitor.Complaints);
    }
}
