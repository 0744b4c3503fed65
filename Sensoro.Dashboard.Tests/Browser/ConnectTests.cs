using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Sensoro.Dashboard.TestPushes;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>The administrator's first minutes: keys, a test push, the first device.</summary>
[Collection(BrowserTests.Name)]
public sealed class ConnectTests(ChromiumFixture chromium)
{
    [Fact]
    public async Task FirstRun_FromKeysToTheFirstDevice_NeedsNeitherARestartNorAReload()
    {
        var port = FreePort.Find();
        await using var dashboard = new DashboardFactory(new DashboardSettings
        {
            PushServices = [],
            Port = port,
            WebhookUrl = $"http://127.0.0.1:{port}/webhook",
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Logging:LogLevel:Default"] = nameof(LogLevel.Trace) },
        });
        await using var visitor = await chromium.VisitAsync(dashboard.Address);
        await visitor.GoAsync("/");

        await visitor.Find("app-id").FillAsync(PushService.North.AppId);
        await visitor.Find("app-key").FillAsync(PushService.North.AppKey);
        await visitor.Find("app-secret").FillAsync(PushService.North.AppSecret);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Find("set-up-keys")).ToContainTextAsync(PushService.North.AppId);
        await visitor.Find("send-test-push").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-testid=test-check][data-passed=true]")).ToHaveCountAsync(5);
        await Assertions.Expect(visitor.Page.Locator("[data-testid=step][data-done=true]")).ToHaveCountAsync(3);

        using var answer = await dashboard.SendSignedPushAsync(PushBody.Sensor("0117C5A9D0AA0001", 1, dashboard.Now(), """{"temperature":21.5}"""), PushService.North);
        await Assertions.Expect(visitor.Page.Locator("[data-testid=push-row]").First).ToContainTextAsync("AA0001");

        // The page about connections lists the application; neither it nor any log tells a secret.
        await visitor.Page.Keyboard.PressAsync("g");
        await visitor.Page.Keyboard.PressAsync("c");
        await Assertions.Expect(visitor.Find("application")).ToContainTextAsync(PushService.North.AppId);
        await Assertions.Expect(visitor.Find("connect-sentence")).ToContainTextAsync("Pushes arrive");
        var told = await visitor.Page.ContentAsync() + string.Join('\n', dashboard.Logs.GetSnapshot().Select(record => $"{record.Message} {record.Exception}"));
        Assert.DoesNotContain(PushService.North.AppKey, told, StringComparison.Ordinal);
        Assert.DoesNotContain(PushService.North.AppSecret, told, StringComparison.Ordinal);
        Assert.Contains(TestDevice.Sn, (await dashboard.ApiAsync("/api/v1/devices")).GetRawText(), StringComparison.Ordinal);
        Assert.Empty(visitor.Complaints);
    }
}
