using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>The pages by which people come in, in both themes and languages and on a phone.</summary>
[Collection(BrowserTests.Name)]
public sealed class AccountLooksTests(ChromiumFixture chromium, AccountLooksTests.TwoPrograms programs) : IClassFixture<AccountLooksTests.TwoPrograms>
{
    /// <summary>Pages of somebody who is signed in.</summary>
    private static readonly string[] Own = ["/account/password", "/account/authenticator", "/account/passkeys"];

    public static TheoryData<string, string> PagesAndLooks()
    {
        var data = new TheoryData<string, string>();
        foreach (var page in new[] { "/account/sign-in", "/setup", "/invitation?code=none", "/account/password", "/account/denied", "/account", "/account/authenticator", "/account/code", "/account/recovery", "/account/passkeys/new", "/account/passkeys/none", "/account/openid/failed?reason=NoRole", "/account/signed-out" })
        {
            foreach (var look in new[] { "desktop light English", "desktop dark Chinese", "phone light Chinese", "phone dark English" })
            {
                data.Add(page, look);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(PagesAndLooks))]
    public async Task Page_InEveryLook_FitsTheScreenAndComplainsOfNothing(string path, string look)
    {
        var (isDark, isChinese) = (look.Contains("dark", StringComparison.Ordinal), look.Contains("Chinese", StringComparison.Ordinal));
        var size = look.StartsWith("phone", StringComparison.Ordinal) ? VisitorOptions.Phone : new VisitorOptions();
        var name = Array.Exists(Own, own => path.StartsWith(own, StringComparison.Ordinal)) || path == "/account" ? DashboardSettings.Administrator : null;
        var program = path == "/setup" ? programs.Fresh : programs.SetUp;
        await using var visitor = await chromium.VisitAsync(program.Address, size with { IsDark = isDark, IsChinese = isChinese, UserName = name });

        await visitor.Page.GotoAsync(path);
        await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveCountAsync(1);
        await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("data-theme", isDark ? "dark" : "light");
        await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", isChinese ? "zh-Hans" : "en");

        var overflow = await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
        Assert.True(overflow <= 0, $"{path} is {overflow} px wider than the screen.");
        Assert.EndsWith(path, visitor.Page.Url, StringComparison.Ordinal);
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Password_BeingTyped_CanBeSeen()
    {
        await using var visitor = await chromium.VisitAsync(programs.SetUp.Address, new VisitorOptions { UserName = null });
        await visitor.Page.GotoAsync("/account/sign-in");
        var field = visitor.Page.Locator("#password");
        await field.FillAsync("grey heron");

        await visitor.Page.Locator("[data-reveal=password]").ClickAsync();
        await Assertions.Expect(field).ToHaveAttributeAsync("type", "text");
        await visitor.Page.Locator("[data-reveal=password]").ClickAsync();

        await Assertions.Expect(field).ToHaveAttributeAsync("type", "password");
        await Assertions.Expect(field).ToHaveValueAsync("grey heron");
    }

    [Fact]
    public async Task SignIn_WithoutScripts_Works()
    {
        await using var visitor = await chromium.VisitAsync(programs.SetUp.Address, new VisitorOptions { UserName = null, HasScripts = false });
        await visitor.Page.GotoAsync("/d/NONE");
        await visitor.SignInAsync(DashboardSettings.Administrator);

        await Assertions.Expect(visitor.Page.GetByTestId("on-site-unknown")).ToBeVisibleAsync();
    }

    /// <summary>One program that has an administrator, and one that has none.</summary>
    public sealed class TwoPrograms : IAsyncDisposable
    {
        public DashboardFactory SetUp { get; } = new();

        public DashboardFactory Fresh { get; } = new(new DashboardSettings { IsSetUp = false });

        public async ValueTask DisposeAsync()
        {
            await SetUp.DisposeAsync();
            await Fresh.DisposeAsync();
        }
    }
}
