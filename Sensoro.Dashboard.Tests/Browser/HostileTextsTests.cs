using System.Text.Json;
using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>Whatever a device says is text: it is shown, it runs nothing, and it stays within the screen.</summary>
[Collection(BrowserTests.Name)]
public sealed class HostileTextsTests(ChromiumFixture chromium, HostileTextsTests.HostileFleet fleet) : IClassFixture<HostileTextsTests.HostileFleet>
{
    private const string Markup = "<img src=x onerror=\"window.wasRun=1\"><script>window.wasRun=1</script>{{7*7}}";

    private static readonly string Sn = "\u202E0117\u200B\U0001F6B0" + new string('W', 60);

    private static readonly string[] Texts = [Markup, new('W', 10_000), "\u202Eright to left \u0645\u0631\u062D\u0628\u0627", "\U0001F469\u200D\U0001F692\U0001F1E8\U0001F1F3", "\u200B\u200D\uFEFF", "line\nbreak\r\n\tand tab"];

    public static TheoryData<string, bool> PagesAndSizes()
    {
        var data = new TheoryData<string, bool>();
        foreach (var page in new[] { "/", "/map", "/devices", "/tasks", "/messages", "/messages?open=1", "/system", "/exports", "DEVICE", "DEVICE?tab=history", "DEVICE?tab=messages" })
        {
            data.Add(page, false);
            data.Add(page, true);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(PagesAndSizes))]
    public async Task Page_OfAHostileFleet_ShowsTextWithinTheScreen(string page, bool isPhone)
    {
        await using var visitor = await chromium.VisitAsync(fleet.Dashboard.Address, isPhone ? VisitorOptions.Phone : new VisitorOptions());

        await visitor.GoAsync(page.Replace("DEVICE", "/devices/" + Uri.EscapeDataString(Sn), StringComparison.Ordinal));

        await AssertHarmlessAsync(visitor, page);
    }

    [Fact]
    public async Task OnSitePage_OfAHostileDevice_ShowsTextWithinThePhone()
    {
        await using var visitor = await chromium.VisitAsync(fleet.Dashboard.Address, VisitorOptions.Phone);

        await visitor.Page.GotoAsync("/d/" + Uri.EscapeDataString(Sn));

        await Assertions.Expect(visitor.Page.Locator("[data-metric=text0]")).ToContainTextAsync("<img src=x");
        await AssertHarmlessAsync(visitor, "/d");
    }

    private static async Task AssertHarmlessAsync(Visitor visitor, string page)
    {
        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("() => document.querySelectorAll('img[src=x]').length + (window.wasRun ? 1 : 0)"));
        var overflow = await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
        Assert.True(overflow <= 0, $"{page} is {overflow} px wider than the screen.");
        Assert.Empty(visitor.Complaints);
    }

    /// <summary>A device all of whose texts mean harm, and a task result that does.</summary>
    public sealed class HostileFleet : IAsyncLifetime
    {
        public DashboardFactory Dashboard { get; } = new();

        public async ValueTask InitializeAsync() => await Dashboard.FoldPushesAsync(
            PushBody.Sensor(Quoted(Sn), 1, Dashboard.Now(), JsonSerializer.Serialize(Texts.Index().ToDictionary(static text => $"text{text.Index}", static text => text.Item, StringComparer.Ordinal)), Quoted(Markup)),
            PushBody.Sensor("0117C5A9D0AA0001", 2, Dashboard.Now(), """{"battery":90,"temperature":21.5,"smoke":1}""", new string('M', 300)),
            PushBody.Task($"\"task{new string('9', 120)}\"", 3, Dashboard.Now(), resultCode: 1, resultData: JsonSerializer.Serialize(new { reason = Markup + new string('W', 2_000) })));

        public ValueTask DisposeAsync() => Dashboard.DisposeAsync();

        /// <summary>As it stands between the quotes of a JSON text.</summary>
        private static string Quoted(string text) => JsonSerializer.Serialize(text)[1..^1];
    }
}
