using System.Text.Json;
using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>Whatever a device says is text: it is shown, it runs nothing, it stays within the screen, and it turns nothing but itself around.</summary>
[Collection(BrowserTests.Name)]
public sealed class HostileTextsTests(ChromiumFixture chromium, HostileTextsTests.HostileFleet fleet) : IClassFixture<HostileTextsTests.HostileFleet>
{
    private const string Markup = "<img src=x onerror=\"window.wasRun=1\"><script>window.wasRun=1</script>{{7*7}}";

    /// <summary>
    /// Where a text that changes the direction of writing is followed, on the same line, by something that is not its own: neither box nor
    /// isolation stands between them.
    /// </summary>
    private const string Turned = """
        () => {
            const turning = /[\u202A-\u202E\u2066-\u2069]/;
            const style = (element) => getComputedStyle(element);
            const isInline = (element) => /^(inline|contents|ruby)/.test(style(element).display);
            const says = (node) => node.nodeType === Node.TEXT_NODE ? node.data.trim() !== '' : node instanceof Element && isInline(node) && node.textContent.trim() !== '';
            const leaks = (text) => {
                for (let one = text, parent = one.parentElement; parent; one = parent, parent = one.parentElement) {
                    if (/flex|grid/.test(style(parent).display)) return false;
                    if (one instanceof Element && (style(one).unicodeBidi !== 'normal' || style(one).display.startsWith('inline-'))) return false;
                    for (let next = one.nextSibling; next; next = next.nextSibling) {
                        if (says(next)) return true;
                        if (next instanceof Element && !isInline(next) && style(next).display !== 'none') break;
                    }
                    if (!isInline(parent)) return false;
                }
                return false;
            };
            const found = [];
            const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
                const { currentNode: text } = texts;
                if (turning.test(text.data) && text.parentElement.checkVisibility() && leaks(text)) found.push(text.parentElement.outerHTML.slice(0, 300));
            }
            return found;
        }
        """;

    private static readonly string Sn = "\u202E0117\u200B\U0001F6B0" + new string('W', 60);

    private static readonly Dictionary<string, object> Values = new(StringComparer.Ordinal)
    {
        ["text0"] = Markup,
        ["text1"] = new string('W', 10_000),
        ["text2"] = "\u202Eright to left \u0645\u0631\u062D\u0628\u0627",
        ["text3"] = "\U0001F469\u200D\U0001F692\U0001F1E8\U0001F1F3",
        ["text4"] = "\u200B\u200D\uFEFF",
        ["text5"] = "line\nbreak\r\n\tand tab",
        [Markup] = 1.5,
        ["\u202Eflux" + new string('W', 200)] = 2.5,
        ["temperature"] = 21.5,
        ["smoke"] = 1,
        ["lonlat"] = new[] { 116.40, 39.91 },
    };

    public static TheoryData<string, string, bool> PagesAndSizes()
    {
        var data = new TheoryData<string, string, bool>();
        foreach (var (page, sign) in Pages)
        {
            data.Add(page, sign, false);
            data.Add(page, sign, true);
        }

        return data;
    }

    /// <summary>Each page, and what shows that it has something to show.</summary>
    private static (string Page, string Sign)[] Pages =>
    [
        ("/", "[data-testid=push-row]"),
        ("/map", "[data-testid=tray], [data-testid=map-row], [data-map=fleet][data-ready=true]"),
        ("/map?sn=SN", "[data-testid=map-card]"),
        ("/map?view=table", ".map table tbody tr"),
        ("/devices", "[data-testid=device-row]"),
        ("/tasks", "[data-testid=task-row]"),
        ("/messages", "[data-testid=message-row]"),
        ("/messages?open=1", "[data-testid=message-changes]"),
        ("/system", "main .card"),
        ("/exports?sn=SN&metric=text0", "[data-testid=export-sns]"),
        ("/explore?s=SN.temperature", ".chart[data-ready=true]"),
        ("/devices/SN", "[data-testid=other-values]"),
        ("/devices/SN?tab=history", ".chart[data-ready=true]"),
        ("/devices/SN?tab=messages", "#device-panel table"),
        ("/devices/SN?tab=map", "[data-testid=device-map]"),
    ];

    [Theory]
    [MemberData(nameof(PagesAndSizes))]
    public async Task Page_OfAHostileFleet_ShowsTextWithinTheScreen(string page, string sign, bool isPhone)
    {
        await using var visitor = await chromium.VisitAsync(fleet.Dashboard.Address, isPhone ? VisitorOptions.Phone : new VisitorOptions());

        await visitor.GoAsync(page.Replace("SN", Uri.EscapeDataString(Sn), StringComparison.Ordinal));
        await visitor.Page.Locator(sign).First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

        await AssertHarmlessAsync(visitor, page);
    }

    [Fact]
    public async Task Search_ForAHostileDevice_ShowsTextWithinTheScreen()
    {
        await using var visitor = await chromium.VisitAsync(fleet.Dashboard.Address);
        await visitor.GoAsync("/system");

        await visitor.Page.Locator("[data-keys='/']").FillAsync("WWWW");
        await visitor.Find("search-hit").First.WaitForAsync();

        await AssertHarmlessAsync(visitor, "the search");
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
        Assert.Empty(await visitor.Page.EvaluateAsync<string[]>(Turned));
        Assert.Empty(visitor.Complaints);
    }

    /// <summary>A device all of whose texts mean harm, and a task result that does.</summary>
    public sealed class HostileFleet : IAsyncLifetime
    {
        public DashboardFactory Dashboard { get; } = new();

        public async ValueTask InitializeAsync() => await Dashboard.FoldPushesAsync(
            PushBody.Sensor(Quoted(Sn), 1, Dashboard.Now(), JsonSerializer.Serialize(Values), Quoted("\u202E" + Markup)),
            PushBody.Sensor("0117C5A9D0AA0001", 2, Dashboard.Now(), """{"battery":90,"temperature":21.5,"smoke":1}""", new string('M', 300)),
            PushBody.Task($"\"\u202Etask{new string('9', 120)}\"", 3, Dashboard.Now(), resultCode: 1, resultData: JsonSerializer.Serialize(new { reason = Markup + new string('W', 2_000) })));

        public ValueTask DisposeAsync() => Dashboard.DisposeAsync();

        /// <summary>As it stands between the quotes of a JSON text.</summary>
        private static string Quoted(string text) => JsonSerializer.Serialize(text)[1..^1];
    }
}
