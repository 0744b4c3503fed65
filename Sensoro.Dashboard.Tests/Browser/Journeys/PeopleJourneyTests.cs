using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Sensoro.Dashboard.Security.FirstRun;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser.Journeys;

/// <summary>The first run, a second person, and their end: by the pages alone.</summary>
[Collection(BrowserTests.Name)]
public sealed class PeopleJourneyTests(ChromiumFixture chromium, ITestOutputHelper output) : IAsyncDisposable
{
    private const string Sn = "0117C5A9D0AA0001";
    private const string Second = "wang.fang";

    /// <summary>An open page has to be gone by then.</summary>
    private const float SoonEnough = 60_000;

    private readonly DashboardFactory _dashboard = new(new DashboardSettings { IsSetUp = false });
    private readonly Journey _journey = new(output);

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task SecondPerson_InvitedAsAViewerAndDeactivated_ReadsAndIsGone()
    {
        await _dashboard.FoldPushesAsync(PushBody.Sensor(Sn, 1, _dashboard.Now(), """{"battery":90,"temperature":20}"""));
        await using var first = await chromium.VisitAsync(_dashboard.Address, new VisitorOptions { UserName = null });
        await SetUpAsync(first);
        var link = await InviteAsync(first);
        await using var second = await chromium.VisitAsync(_dashboard.Address, new VisitorOptions { UserName = null });
        await AcceptAsync(second, link);

        // Whoever makes an account is signed in with it.
        Assert.All(_dashboard.Roster.All, static user => Assert.NotNull(user.LastSignInAt));

        // Sees, and may not change.
        await second.GoAsync($"/devices/{Sn}");
        await Assertions.Expect(second.Find("edit-labels")).ToBeDisabledAsync();
        await second.GoAsync("/connect");
        await Assertions.Expect(second.Find("needs-role").First).ToBeVisibleAsync();

        // Promoted: the open page is another one by itself.
        await second.GoAsync($"/devices/{Sn}");
        var line = first.Page.Locator($"[data-testid=user][data-name='{Second}']");
        await _journey.StepAsync("promoted, and the page knows", async () =>
        {
            await line.GetByTestId("user-role").SelectOptionAsync("Operator");
            await Assertions.Expect(second.Find("edit-labels")).ToBeEnabledAsync(new() { Timeout = SoonEnough });
        });

        // Demoted: what it offers is less, by itself.
        await _journey.StepAsync("demoted, and the page knows", async () =>
        {
            await line.GetByTestId("user-role").SelectOptionAsync("Viewer");
            await Assertions.Expect(second.Find("edit-labels")).ToBeDisabledAsync(new() { Timeout = SoonEnough });
        });

        // Deactivated: the open page leaves by itself, and nothing leads back.
        await _journey.StepAsync("deactivated, and the page is gone", async () =>
        {
            await line.GetByTestId("user-active").ClickAsync();
            await Assertions.Expect(second.Page.GetByTestId("sign-in")).ToBeVisibleAsync(new() { Timeout = SoonEnough });
        });
        await second.SignInAsync(Second);
        await Assertions.Expect(second.Find("account-fault")).ToBeVisibleAsync();

        // Deleted: asked for, and then gone from the list.
        await line.GetByTestId("delete-user").ClickAsync();
        await first.Page.Locator(".mud-message-box__cancel-button").ClickAsync();
        await Assertions.Expect(line).ToHaveCountAsync(1);
        await line.GetByTestId("delete-user").ClickAsync();
        await first.Page.Locator(".mud-message-box__yes-button").ClickAsync();
        await Assertions.Expect(line).ToHaveCountAsync(0);
        Assert.Empty(first.Complaints);
    }

    private async Task SetUpAsync(Visitor visitor)
    {
        var code = _dashboard.Services.GetRequiredService<SetUpCode>().Renew();
        await visitor.Page.GotoAsync($"/setup?code={code}");
        await visitor.Page.Locator("#user-name").FillAsync(DashboardSettings.Administrator);
        await visitor.Page.Locator("#password").FillAsync(DashboardSettings.Password);
        await visitor.Page.GetByTestId("set-up").GetByRole(AriaRole.Button).Last.ClickAsync();
        await visitor.WaitUntilInteractiveAsync();
        await visitor.Page.GetByTestId("person-menu").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("person-menu")).ToContainTextAsync("Administrator");
    }

    private static async Task<string> InviteAsync(Visitor visitor)
    {
        await visitor.GoAsync("/users");
        await visitor.Find("invite-role").SelectOptionAsync("Viewer");
        await visitor.Find("invite").ClickAsync();
        await Assertions.Expect(visitor.Find("open-link")).ToHaveCountAsync(1);
        return await visitor.Find("new-link").Locator("code").InnerTextAsync();
    }

    private static async Task AcceptAsync(Visitor visitor, string link)
    {
        await visitor.Page.GotoAsync(link);
        await visitor.Page.Locator("#user-name").FillAsync(Second);
        await visitor.Page.Locator("#password").FillAsync(DashboardSettings.Password);
        await visitor.Page.GetByTestId("invitation").GetByRole(AriaRole.Button).Last.ClickAsync();
        await visitor.WaitUntilInteractiveAsync();
        var used = await visitor.Page.Context.APIRequest.GetAsync(link);
        Assert.Contains("does not work any more", await used.TextAsync(), StringComparison.Ordinal);
    }
}
