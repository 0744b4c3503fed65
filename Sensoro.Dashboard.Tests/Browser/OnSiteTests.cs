using System.Net;
using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>The person in front of a device: a phone, an SN label and a bad signal.</summary>
[Collection(BrowserTests.Name)]
public sealed class OnSiteTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private const string Sn = "0117C5A9D0B3F2E8";
    private const string Other = "0117C5A9D0B3F2E9";

    private readonly DashboardFactory _dashboard = new();
    private long _msgId = 9_000_000_000;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _dashboard.FoldPushesAsync(
        Push(Sn, """{"battery":90,"interval":600,"temperature":21.5,"smoke":0,"lonlat":[116.40,39.91]}"""),
        Push(Other, """{"battery":9,"interval":600,"leak":true}"""));

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Page_WithoutAnyScript_SaysAllAndFitsAPhone(bool isChinese)
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address, VisitorOptions.Phone with { HasScripts = false, IsChinese = isChinese });

        await visitor.Page.GotoAsync("/d/" + Sn);

        await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveTextAsync(Sn);
        await Assertions.Expect(visitor.Page.Locator("[data-metric=temperature] [data-value]")).ToHaveTextAsync("21.5 °C");
        await Assertions.Expect(visitor.Page.Locator("[data-metric=smoke] [data-value]")).ToHaveTextAsync(isChinese ? "无烟" : "no smoke");
        await Assertions.Expect(visitor.Find("position")).ToContainTextAsync(", 116.39");
        await Assertions.Expect(visitor.Find("watch")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("/d/" + Sn, false, true)]
    [InlineData("/d/" + Sn, true, false)]
    [InlineData("/d/9999C5A9D0B3F2E8", true, true)]
    [InlineData("/d", false, false)]
    public async Task Page_InEveryLook_FitsThePhoneWithTargetsForAThumb(string path, bool isDark, bool isChinese)
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address, VisitorOptions.Phone with { IsDark = isDark, IsChinese = isChinese });

        await visitor.Page.GotoAsync(path);

        await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("data-theme", isDark ? "dark" : "light");
        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
        Assert.Empty(await visitor.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('main :is(a, button, input)')].filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 44).map(one => one.outerHTML)"));
        Assert.DoesNotContain(visitor.Complaints, static complaint => !complaint.Contains("404", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("b3f2e8")]
    [InlineData(" 0117 c5a9 dOb3 f2e8 ")]
    public async Task Form_EndOfAnSnOrAForgivenOne_OpensTheDeviceWithoutAnyScript(string typed)
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address, VisitorOptions.Phone with { HasScripts = false });
        await visitor.Page.GotoAsync("/d");

        await visitor.Page.Locator("#find-sn").FillAsync(typed);
        await visitor.Page.Locator("#find-sn").PressAsync("Enter");

        await visitor.HasAddressAsync($"/d/{Sn}$");
    }

    [Fact]
    public async Task Form_TextThatFitsSeveral_OffersEach()
    {
        using var answer = await _dashboard.GetAsync("/d?sn=B3F2", token: null);
        var page = await answer.Content.ReadAsStringAsync(Cancelled);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.All([Sn, Other], sn => Assert.Contains($"href=\"/d/{sn}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Address_OfAnUnknownSn_IsNotFoundAndOffersWhatIsLikeIt()
    {
        using var answer = await _dashboard.GetAsync("/d/9999C5A9D0B3F2E8", token: null);
        var page = await answer.Content.ReadAsStringAsync(Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains($"data-testid=\"nearest\" data-sn=\"{Sn}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_InSmallLettersWithSpaces_LeadsToTheDevice()
    {
        using var answer = await _dashboard.GetAsync("/d/0117c5a9%20d0b3f2e8", token: null);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.EndsWith("/d/" + Sn, answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_UntilAPushComes_ShowsItAndWhatItChanged()
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address, VisitorOptions.Phone);
        await visitor.Page.GotoAsync("/d/" + Sn);
        await StartWatchingAsync(visitor);

        await _dashboard.StorePushesAsync(Push(Sn, """{"battery":90,"interval":600,"temperature":30.5,"smoke":1}"""));

        await Assertions.Expect(visitor.Page.Locator("[data-metric=temperature].changed [data-value]")).ToHaveTextAsync("30.5 °C");
        await Assertions.Expect(visitor.Page.Locator("[data-metric=temperature] del")).ToHaveTextAsync("21.5 °C");
        await Assertions.Expect(visitor.Find("watch").Locator("[role=status]")).ToContainTextAsync("21.5 °C → 30.5 °C");
        await Assertions.Expect(visitor.Find("status-sentence")).ToContainTextAsync("smoke");
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Watch_OfADeviceNobodyHasHeardOf_ShowsItWithItsFirstPush()
    {
        const string Fresh = "0117FFFFFFFF0001";
        await using var visitor = await chromium.VisitAsync(_dashboard.Address, VisitorOptions.Phone);
        await visitor.Page.GotoAsync("/d/" + Fresh);
        await StartWatchingAsync(visitor);

        await _dashboard.StorePushesAsync(Push(Fresh, """{"battery":100,"humidity":40}"""));

        await Assertions.Expect(visitor.Find("on-site-device")).ToHaveAttributeAsync("data-sn", Fresh);
    }

    private static async Task StartWatchingAsync(Visitor visitor)
    {
        await visitor.Find("watch").Locator("button").ClickAsync();
        await Assertions.Expect(visitor.Find("watch")).ToHaveAttributeAsync("data-link", "live");
    }

    private string Push(string sn, string data) => PushBody.Sensor(sn, ++_msgId, _dashboard.Now(), data);
}
