using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Components;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>axe-core looks at every page in both themes and both languages: nothing serious, nothing critical.</summary>
[Collection(BrowserTests.Name)]
public sealed class AccessibilityTests(ChromiumFixture chromium, PageLooksTests.SmallFleet fleet) : IClassFixture<PageLooksTests.SmallFleet>
{
    private const string Find = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .flatMap(({ id, nodes }) => nodes.map(({ target, html, any }) => `${id}: ${target} ${html.slice(0, 160)} ${any[0]?.message ?? ''}`))
        """;

    private const string Surface = "getComputedStyle(document.documentElement).getPropertyValue('--mud-palette-surface')";

    private static readonly string Axe = Path.Combine(SourceTree.Root, "wwwroot-assets", "node_modules", "axe-core", "axe.min.js");

    private static readonly string[] OwnAccount = ["/account", "/account/authenticator", "/account/code", "/account/recovery", "/account/passkeys/new"];

    public static TheoryData<string, bool> PagesAndLanguages()
    {
        var data = new TheoryData<string, bool>();
        foreach (var page in PageLooksTests.PagesAndLooks().Select(static row => row.Data.Item1).Distinct(StringComparer.Ordinal).Append("/devices/labels").Append("/account/sign-in").Append("/account/password").Concat(OwnAccount).Append("/account/openid/failed?reason=NameTaken").Append("/account/signed-out").Append("/d").Append("/d/0117C5A9D0AA0001").Append("/d/9999C5A9D0AA0001"))
        {
            data.Add(page, false);
            data.Add(page, true);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(PagesAndLanguages))]
    public async Task Page_InBothThemes_HasNothingSeriousAgainstIt(string path, bool isChinese)
    {
        await using var visitor = await chromium.VisitAsync(fleet.Dashboard.Address, new VisitorOptions { IsChinese = isChinese });
        await VisitAsync(visitor, path);

        await AssertNothingSeriousAsync(visitor);
        var light = await visitor.Page.EvaluateAsync<string>($"() => {Surface}");

        await visitor.Page.EvaluateAsync("() => sensoroTheme.set('dark')");
        await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        if (!IsStatic(path))
        {
            // The components get their colours from the server, a moment later.
            await visitor.Page.WaitForFunctionAsync($"light => {Surface} !== light", light);
        }

        await AssertNothingSeriousAsync(visitor);
    }

    [Theory]
    [InlineData("/", 1024)]
    [InlineData("/", 360)]
    [InlineData("/devices", 1024)]
    [InlineData("/devices", 360)]
    [InlineData("/devices/0117C5A9D0AA0001", 1024)]
    [InlineData("/devices/0117C5A9D0AA0001", 360)]
    [InlineData("/map", 1024)]
    [InlineData("/map", 360)]
    public async Task Page_InANarrowerWindow_HasNothingSeriousAgainstIt(string path, int width)
    {
        await using var visitor = await chromium.VisitAsync(fleet.Dashboard.Address, new VisitorOptions { Width = width });
        await VisitAsync(visitor, path);

        await AssertNothingSeriousAsync(visitor);
    }

    [Fact]
    public async Task Search_WithItsResults_HasNothingSeriousAgainstIt()
    {
        await using var visitor = await chromium.VisitAsync(fleet.Dashboard.Address);
        await VisitAsync(visitor, "/system");

        await visitor.Page.Keyboard.PressAsync("/");
        await visitor.Page.Keyboard.TypeAsync("0117c5");
        await visitor.Find("search-hit").First.WaitForAsync();

        await AssertNothingSeriousAsync(visitor);
    }

    [Fact]
    public async Task Keys_Opened_HaveNothingSeriousAgainstThem()
    {
        await using var visitor = await chromium.VisitAsync(fleet.Dashboard.Address);
        await VisitAsync(visitor, "/system");

        await visitor.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(visitor.Find("keys")).ToBeVisibleAsync();

        await AssertNothingSeriousAsync(visitor);
    }

    private static async Task AssertNothingSeriousAsync(Visitor visitor)
    {
        // What is being replaced is dimmed until the new is there.
        await Assertions.Expect(visitor.Page.Locator("[data-loading]")).ToHaveCountAsync(0);
        var found = await visitor.Page.EvaluateAsync<string[]>(Find);
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    private static bool IsStatic(string path) => path is "/d" or "/devices/labels" or "/account" || path.StartsWith("/account/", StringComparison.Ordinal) || path.StartsWith("/d/", StringComparison.Ordinal);

    /// <summary>Transitions between two colours have neither of them.</summary>
    private static async Task VisitAsync(Visitor visitor, string path)
    {
        await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        // before the page and beside it: the policy of the pages allows no script that is put into them
        await visitor.Page.AddInitScriptAsync(scriptPath: Axe);
        if (IsStatic(path))
        {
            await visitor.Page.GotoAsync(path);
        }
        else
        {
            await visitor.GoAsync(path);
        }
    }
}
