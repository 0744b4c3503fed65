using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Sensoro.Dashboard.Security;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Security;

namespace Sensoro.Dashboard.Tests.Browser.Journeys;

/// <summary>After a mistake: a wrong AppKey for an hour, found by the doctor, mended, replayed; every reading is there.</summary>
[Collection(BrowserTests.Name)]
public sealed class AdministratorJourneyTests(ChromiumFixture chromium, ITestOutputHelper output)
{
    private const string Sn = "0117C5A9D0AA0001";
    private const int Pushes = 12;

    private readonly Journey _journey = new(output);

    [Fact]
    public async Task WrongAppKey_ForAnHour_IsNamedMendedAndReplayed()
    {
        using var folder = new TemporaryFolder();
        await using var dashboard = new DashboardFactory(new DashboardSettings { PushServices = [], DataDirectory = folder.Path });
        await using var visitor = await chromium.VisitAsync(dashboard.Address);
        dashboard.Services.GetRequiredService<StoredApplications>().Add(SecurityStage.North with { AppKey = PushService.South.AppKey });
        foreach (var number in Enumerable.Range(1, Pushes))
        {
            var body = PushBody.Safe(PushService.North, Sn, number, dashboard.Now().AddMinutes(-5 * number), $$"""{"temperature":{{20 + number}},"battery":90}""");
            using var answer = await dashboard.SendSignedPushAsync(body, PushService.North);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        await _journey.StepAsync("the doctor names the AppKey", async () =>
        {
            await visitor.GoAsync("/connect");
            await Assertions.Expect(visitor.Find("diagnosis")).ToHaveAttributeAsync("data-cause", "AppKeyDiffers");
            await Assertions.Expect(visitor.Find("diagnosis")).ToContainTextAsync("The AppKey of North site is wrong.");
            await Assertions.Expect(visitor.Page.Locator("[data-testid=doctor-step][data-step=Signature]")).ToHaveAttributeAsync("data-passed", "true");
            await Assertions.Expect(visitor.Page.Locator("[data-testid=doctor-step][data-step=Content]")).Not.ToHaveAttributeAsync("data-passed", "true");
        });
        await _journey.StepAsync("a key is tried on what was kept before it is saved", async () =>
        {
            await visitor.Find("doctor-key").FillAsync(PushService.North.AppKey);
            await visitor.Find("doctor-try").ClickAsync();
            await Assertions.Expect(visitor.Find("doctor-tried")).ToContainTextAsync($"{Pushes} of {Pushes}");
        });
        await _journey.StepAsync("the key is saved", async () =>
        {
            await visitor.Find("change-application").ClickAsync();
            await visitor.Find("new-app-key").FillAsync(PushService.North.AppKey);
            await visitor.Find("save-changes").ClickAsync();
            await Assertions.Expect(visitor.Find("diagnosis")).ToHaveAttributeAsync("data-cause", "Mended");
        });
        await _journey.StepAsync("all are replayed, after a question with their number", async () =>
        {
            await visitor.Find("to-quarantine").ClickAsync();
            await Assertions.Expect(visitor.Page.Locator("[data-testid=refused-row]")).ToHaveCountAsync(Pushes);
            await visitor.Find("replay").ClickAsync();
            await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync($"{Pushes} of {Pushes} pass");
            await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = $"Replay {Pushes}", Exact = true }).ClickAsync();
            await Assertions.Expect(visitor.Find("run-outcome")).ToHaveTextAsync($"Replayed: {Pushes} of {Pushes} are stored.");
            await Assertions.Expect(visitor.Find("quarantine")).ToContainTextAsync("Nothing in quarantine");
        });
        await _journey.StepAsync("every reading is there", async () =>
        {
            await visitor.GoAsync("/messages");
            await Assertions.Expect(visitor.Page.Locator("[data-testid=message-row]")).ToHaveCountAsync(Pushes);
            await Assertions.Expect(visitor.Page.Locator("[data-testid=message-row]").First).ToContainTextAsync("replayed");
            var readings = await dashboard.ApiAsync($"/api/v1/devices/{Sn}/readings?metric=temperature&from={dashboard.Now().AddHours(-2):O}&to={dashboard.Now():O}".Replace("+", "%2B", StringComparison.Ordinal));
            Assert.Equal(Pushes, readings.GetProperty("points").GetArrayLength());
        });
        Assert.Empty(visitor.Complaints);
    }
}
