using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser.Journeys;

/// <summary>The first two minutes: nothing is there, then keys, a test push, and the first device, by itself.</summary>
[Collection(BrowserTests.Name)]
public sealed class FirstRunJourneyTests(ChromiumFixture chromium, ITestOutputHelper output)
{
    private const string Sn = "0117C5A9D0AA0001";

    private readonly Journey _journey = new(output);

    [Fact]
    public async Task EmptyDirectory_AfterKeysAndATest_ShowsTheFirstDeviceByItself()
    {
        var port = FreePort.Find();
        var webhook = $"http://127.0.0.1:{port}/webhook";
        await using var dashboard = new DashboardFactory(new DashboardSettings { PushServices = [], Port = port, WebhookUrl = webhook });
        await using var visitor = await chromium.VisitAsync(dashboard.Address);
        await _journey.StepAsync("the first page shows the way to the first device", async () =>
        {
            await visitor.GoAsync("/");
            await Assertions.Expect(visitor.Find("set-up")).ToContainTextAsync(webhook);
        });

        await _journey.StepAsync("the three keys are entered", async () =>
        {
            await visitor.Find("app-id").FillAsync(PushService.North.AppId);
            await visitor.Find("app-key").FillAsync(PushService.North.AppKey);
            await visitor.Find("app-secret").FillAsync(PushService.North.AppSecret);
            await visitor.PressAsync("Enter");
            await Assertions.Expect(visitor.Find("set-up-keys")).ToContainTextAsync(PushService.North.AppId);
        });
        await _journey.StepAsync("a test push passes every check", async () =>
        {
            await visitor.Find("send-test-push").ClickAsync();
            await Assertions.Expect(visitor.Page.Locator("[data-testid=test-check][data-passed=true]")).ToHaveCountAsync(5);
        });
        await _journey.StepAsync("SENSORO sends, and the first device is there", async () =>
        {
            using var answer = await dashboard.SendSignedPushAsync(PushBody.Sensor(Sn, 1, dashboard.Now(), """{"temperature":21.5}"""), PushService.North);
            await Assertions.Expect(visitor.Page.Locator("[data-testid=push-row]").First).ToContainTextAsync(Sn[^6..]);
            await Assertions.Expect(visitor.Page.Locator("[data-testid=status-count][data-status=normal]")).ToContainTextAsync("1");
            await Assertions.Expect(visitor.Find("set-up")).ToBeHiddenAsync();
        });
        Assert.Empty(visitor.Complaints);
    }
}
