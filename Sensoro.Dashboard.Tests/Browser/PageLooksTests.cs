using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>Every page in both themes, both languages and on a phone: complete, within the screen, without complaints.</summary>
[Collection(BrowserTests.Name)]
public sealed class PageLooksTests(ChromiumFixture chromium, PageLooksTests.SmallFleet fleet) : IClassFixture<PageLooksTests.SmallFleet>
{
    public static TheoryData<string, string> PagesAndLooks()
    {
        var data = new TheoryData<string, string>();
        foreach (var page in new[] { "/", "/map", "/devices", "/devices?q=0117&cols=name.values.tags.reported.first-seen&density=comfortable", "/devices/0117C5A9D0AA0001", "/devices/0117C5A9D0AA0001?tab=history", "/explore", "/explore?s=0117C5A9D0AA0001.temperature&s=0117C5A9D0AA0001.smoke", "/tasks", "/messages", "/messages/quarantine", "/messages/quarantine?open=1", "/exports", "/devices/import", "/connect", "/system", "/users", "/tokens", "/not/there" })
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
        await using var visitor = await chromium.VisitAsync(fleet.Dashboard.Address, size with { IsDark = isDark, IsChinese = isChinese });

        await visitor.GoAsync(path);
        await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveCountAsync(1);
        await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("data-theme", isDark ? "dark" : "light");
        await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", isChinese ? "zh-Hans" : "en");

        var overflow = await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
        Assert.True(overflow <= 0, $"{path} is {overflow} px wider than the screen.");
        Assert.DoesNotContain(visitor.Complaints, complaint => path != "/not/there" || !complaint.Contains("404", StringComparison.Ordinal));
    }

    /// <summary>A few devices in different states, shared by all looks.</summary>
    public sealed class SmallFleet : IAsyncLifetime
    {
        public DashboardFactory Dashboard { get; } = new();

        public async ValueTask InitializeAsync()
        {
            using var forged = await Dashboard.SendSignedPushAsync(PushBody.Sensor("0117C5A9D0AA0004", 5, Dashboard.Now(), "{}"), PushService.North with { AppSecret = "guessed" });
            using var undecryptable = await Dashboard.SendSignedPushAsync("""{"sn":"0117C5A9D0AA0005","type":"text","encryptData":"AAAA"}""");
            await FoldAsync();
        }

        public ValueTask DisposeAsync() => Dashboard.DisposeAsync();

        private Task FoldAsync() => Dashboard.FoldPushesAsync(
            PushBody.Sensor("0117C5A9D0AA0001", 1, Dashboard.Now(), """{"battery":90,"interval":60,"temperature":21.5,"humidity":44,"smoke":1,"lonlat":[121.47,31.23],"brandNewMetric":{"a":[1,2]},"gyro":{"x":1,"y":-2,"z":0.5}}"""),
            PushBody.Sensor("0117C5A9D0AA0002", 2, Dashboard.Now() - TimeSpan.FromDays(2), """{"battery":9,"interval":600,"leak":false}"""),
            PushBody.Sensor("0117C5A9D0AA0003 <b>&\\u0022/%", 3, Dashboard.Now(), """{"installed":false,"customer":"<img src=x onerror=alert(1)>"}"""),
            PushBody.Task("88120457", 4, Dashboard.Now(), resultCode: 1, resultData: """{"reason":"timeout"}"""));
    }
}
