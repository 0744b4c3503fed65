using System.Globalization;
using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>Where a van has been: from its card on the map to a trail that is played, stepped, dragged and goes on with the van.</summary>
[Collection(BrowserTests.Name)]
public sealed class MapTrailTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private const string Sn = "0117C5A9D0B3F2E9";

    private readonly DashboardFactory _dashboard = new();
    private DateTimeOffset _now;

    public async ValueTask InitializeAsync()
    {
        _now = _dashboard.Now();
        await _dashboard.FoldPushesAsync(Enumerable.Range(1, 20).Select(i => Fix(i, minutesAgo: 21 - i)));
    }

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task Trail_FromTheCard_IsSteppedDraggedPlayedAndGoesOn()
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address);
        await visitor.GoAsync($"/map?sn={Sn}");
        await visitor.Find("open-trail").ClickAsync();
        await visitor.HasAddressAsync($"[?&]trail={Sn}");

        // It begins with what is now.
        var trail = visitor.Find("trail");
        await Assertions.Expect(trail).ToHaveAttributeAsync("data-at", At(minutesAgo: 1), new() { Timeout = 30_000 });
        Assert.Equal(At(minutesAgo: 20), await visitor.Find("trail-slider").GetAttributeAsync("min"));

        await visitor.Find("trail-back").ClickAsync();
        await Assertions.Expect(trail).ToHaveAttributeAsync("data-at", At(minutesAgo: 2));
        await Assertions.Expect(visitor.Page.Locator(".map-trail-head")).ToBeVisibleAsync();
        await visitor.Find("trail-on").ClickAsync();
        await Assertions.Expect(trail).ToHaveAttributeAsync("data-at", At(minutesAgo: 1));

        // The slider by keyboard, and what it says of itself.
        await visitor.Find("trail-slider").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Home");
        await Assertions.Expect(trail).ToHaveAttributeAsync("data-at", At(minutesAgo: 20));
        Assert.Equal(await visitor.Find("trail-time").TextContentAsync(), await visitor.Find("trail-slider").GetAttributeAsync("aria-valuetext"));

        await visitor.Page.Locator("[data-trail-speed='600']").ClickAsync();
        await visitor.Find("trail-play").ClickAsync();
        await Assertions.Expect(trail).ToHaveAttributeAsync("data-at", At(minutesAgo: 1), new() { Timeout = 30_000 });
        await Assertions.Expect(trail).Not.ToHaveAttributeAsync("data-playing", "");

        await _dashboard.StorePushesAsync(Fix(21, minutesAgo: 0));
        await Assertions.Expect(trail).ToHaveAttributeAsync("data-at", At(minutesAgo: 0));
        await visitor.Find("trail-table-toggle").ClickAsync();
        await Assertions.Expect(visitor.Find("trail-table")).ToHaveAttributeAsync("data-total", "21");
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Trail_OnThePhoneOfSomeoneWhoAsksForLessMotion_FitsAndCannotBePlayed()
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address, VisitorOptions.Phone);
        await visitor.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await visitor.GoAsync($"/devices/{Sn}?tab=map");

        await Assertions.Expect(visitor.Find("trail")).ToHaveAttributeAsync("data-at", At(minutesAgo: 1), new() { Timeout = 30_000 });
        await Assertions.Expect(visitor.Find("trail-play")).ToBeHiddenAsync();
        await visitor.Find("trail-back").ClickAsync();
        await Assertions.Expect(visitor.Find("trail")).ToHaveAttributeAsync("data-at", At(minutesAgo: 2));
        Assert.True(await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth") <= 0);
    }

    private string At(int minutesAgo) => _now.AddMinutes(-minutesAgo).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private string Fix(int msgId, int minutesAgo) =>
        PushBody.Sensor(Sn, msgId, _now.AddMinutes(-minutesAgo), string.Create(CultureInfo.InvariantCulture, $$"""{"interval":60,"lonlat":[{{121.4 + (msgId / 200.0):0.000}},31.23]}"""));
}
