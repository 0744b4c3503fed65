using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>Addresses that were mistyped, cut short or pasted with a blank: a page that helps, never a fault and never an empty one.</summary>
[Collection(BrowserTests.Name)]
public sealed class WrongAddressesTests(ChromiumFixture chromium, WrongAddressesTests.KnownDevice known) : IClassFixture<WrongAddressesTests.KnownDevice>
{
    private const string Sn = KnownDevice.Sn;

    /// <summary>What each page may be asked for, wrong in every way at once.</summary>
    private const string Nonsense =
        "?q=%00%FF%F0%9F%9A%B0&status=xx&type=%20&tag=%09&view=none&sort=%3Cscript%3E&desc=maybe&page=-1&battery=ninety&silent=-5&trail=%20&over=forever&sn=%20&tab=zzz&m=&m=%22&range=abc&from=9999-99-99&to="
        + "&compare=x&res=0&s=&s=..&s=a.b.c&kind=%3F&mode=%3F&open=abc&result=no&what=x&metric=&every=x&format=x&zone=Mars%2FBase&bom=x&units=x&==&&%";

    public static TheoryData<string> Pages => ["/", "/map", "/devices", "/devices/" + Sn, "/explore", "/tasks", "/messages", "/exports", "/connect", "/system"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_AskedForNonsense_ShowsItself(string path)
    {
        await using var visitor = await chromium.VisitAsync(known.Dashboard.Address);

        await visitor.GoAsync(path + Nonsense);
        await visitor.GoAsync($"{path}?open=99999999999999999999&from=0001-01-01&to=9999-12-31T23:59:59.9999999Z&range=-1&battery=1e999&silent=999999999999999&view=table");

        await HelpsAsync(visitor);
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task HistoryTab_OfTimesThatAreNone_OffersTheLastDay()
    {
        await using var visitor = await chromium.VisitAsync(known.Dashboard.Address);
        await visitor.GoAsync($"/devices/{Sn}?tab=history&from=9999-99-99&to=now");

        await visitor.Find("range-fault").Locator("button").ClickAsync();

        await Assertions.Expect(visitor.Find("history")).ToBeVisibleAsync();
        await visitor.HasAddressAsync("tab=history$");
    }

    [Fact]
    public async Task Ledger_WithAnUnknownMessageOpen_SaysThatThereIsNone()
    {
        await using var visitor = await chromium.VisitAsync(known.Dashboard.Address);

        await visitor.GoAsync("/messages?open=4711");

        await Assertions.Expect(visitor.Find("message-drawer").Locator(".empty")).ToBeVisibleAsync();
        Assert.Empty(visitor.Complaints);
    }

    [Theory]
    [InlineData("%20%20" + Sn + "%20")]
    [InlineData("0117c5a9d0b3f2e8")]
    [InlineData("0117%20c5a9%20d0b3%20f2e8")]
    [InlineData("0117C5A9DOB3F2E8%0A")]
    public async Task DevicePage_UnderASpellingOfItsSn_IsFoundAndKeepsWhatElseWasAsked(string spelling)
    {
        await using var visitor = await chromium.VisitAsync(known.Dashboard.Address);

        await visitor.GoAsync($"/devices/{spelling}?tab=history&range=7d");

        await visitor.HasAddressAsync($"/devices/{Sn}\\?tab=history&range=7d$");
        await Assertions.Expect(visitor.Find("device")).ToHaveAttributeAsync("data-sn", Sn);
        await Assertions.Expect(visitor.Find("device-panel")).ToHaveAttributeAsync("data-tab", "history");
        Assert.Empty(visitor.Complaints);
    }

    [Theory]
    [InlineData("9999C5A9D0B3F2E8")]
    [InlineData("%20")]
    [InlineData("%25%25%2F..%2F")]
    [InlineData("%F0%9F%9A%B0%E2%80%AE")]
    public async Task DevicePage_OfAnUnknownSn_SaysSoAndLeadsToTheSearch(string spelling)
    {
        await using var visitor = await chromium.VisitAsync(known.Dashboard.Address);

        await visitor.GoAsync("/devices/" + spelling);

        await Assertions.Expect(visitor.Find("device-unknown")).ToBeVisibleAsync();
        await visitor.Find("device-unknown").Locator("a").ClickAsync();
        await visitor.HasAddressAsync("/devices\\?q=");
        await HelpsAsync(visitor);
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Search_OfAPastedSn_OpensTheDevice()
    {
        await using var visitor = await chromium.VisitAsync(known.Dashboard.Address);
        await visitor.GoAsync("/system");

        await visitor.Page.Locator("[data-keys='/']").FillAsync("  0117 c5a9 d0b3 f2e8\t");
        await visitor.Page.Keyboard.PressAsync("Enter");

        await visitor.HasAddressAsync($"/devices/{Sn}$");
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/devicess/" + Sn)]
    [InlineData("/%25")]
    [InlineData("/map/%F0%9F%9A%B0?from=9999-99-99")]
    public async Task Page_ThatDoesNotExist_SaysSoAndLeadsBack(string path)
    {
        await using var visitor = await chromium.VisitAsync(known.Dashboard.Address);

        await visitor.GoAsync(path);
        await HelpsAsync(visitor);
        await visitor.Page.Locator("main .empty a").ClickAsync();

        await visitor.HasAddressAsync("^[^?]*:\\d+/$");
    }

    [Theory]
    [InlineData("/d" + Nonsense, HttpStatusCode.OK)]
    [InlineData("/d?sn=", HttpStatusCode.OK)]
    [InlineData("/d?sn=%F0%9F%9A%B0", HttpStatusCode.NotFound)]
    [InlineData("/d/%25%2F", HttpStatusCode.NotFound)]
    public async Task OnSitePage_AskedForNonsense_OffersTheSearch(string address, HttpStatusCode answered)
    {
        using var answer = await known.Dashboard.GetAsync(address, token: null);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(answered, answer.StatusCode);
        Assert.Contains("data-testid=\"find-device\"", page, StringComparison.Ordinal);
    }

    /// <summary>The page has a heading and says more than that, and nothing of it has failed, here or on the server.</summary>
    private async Task HelpsAsync(Visitor visitor)
    {
        await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveCountAsync(1);
        await Assertions.Expect(visitor.Page.Locator("main")).Not.ToContainTextAsync("Something went wrong");
        await Assertions.Expect(visitor.Page.Locator("main :is(.card, .map)").First).ToBeVisibleAsync();
        Assert.DoesNotContain(known.Dashboard.Logs.GetSnapshot(), static record => record.Level >= LogLevel.Error);
    }

    /// <summary>One device, so that pages have something to show.</summary>
    public sealed class KnownDevice : IAsyncLifetime
    {
        public const string Sn = "0117C5A9D0B3F2E8";

        public DashboardFactory Dashboard { get; } = new();

        public async ValueTask InitializeAsync() => await Dashboard.FoldPushesAsync(
            PushBody.Sensor(Sn, 1, Dashboard.Now(), """{"battery":90,"interval":600,"temperature":21.5,"smoke":0,"lonlat":[116.40,39.91]}"""));

        public ValueTask DisposeAsync() => Dashboard.DisposeAsync();
    }
}
