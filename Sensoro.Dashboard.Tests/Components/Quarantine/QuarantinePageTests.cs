using System.Text;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Components.Quarantine;
using Sensoro.Dashboard.Quarantine;
using Sensoro.Dashboard.Security;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Security;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Domain.Ledger;
using Sensoro.Domain.Protocol;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Components.Quarantine;

/// <summary>The page of what was refused, in each of its states.</summary>
public sealed class QuarantinePageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Page_WithNothingInIt_SaysWhatWouldBe()
    {
        await using var stage = new PageStage();

        var page = stage.Render<QuarantinePage>();

        page.WaitForAssertion(() => Assert.Contains("Nothing in quarantine", page.Find(".empty").TextContent, StringComparison.Ordinal), Patience);
        Assert.Empty(page.FindAll("[data-testid=replay]"));
    }

    [Fact]
    public async Task Page_WithAFilterThatFitsNone_OffersToClearIt()
    {
        await using var stage = new PageStage();
        stage.Storage.Log.KeepRefused([Refusals.Authentic(1)]);
        stage.Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo("/messages/quarantine?q=zzz");

        var page = stage.Render<QuarantinePage>();

        page.WaitForAssertion(() => Assert.Equal("/messages/quarantine", page.Find(".empty a").GetAttribute("href")), Patience);
    }

    [Fact]
    public async Task Page_ThatCannotRead_SaysSoAndTriesAgain()
    {
        await using var stage = new PageStage();
        stage.Storage.Log.KeepRefused([Refusals.Authentic(1)]);
        stage.Hide("quarantine");
        var page = stage.Render<QuarantinePage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[data-testid=quarantine] button")), Patience);

        stage.PutBack("quarantine");
        await page.Find("[data-testid=quarantine] button").ClickAsync();

        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=refused-row]")), Patience);
    }

    [Fact]
    public async Task Verify_AfterTheKeyWasEntered_MarksWhatPassesAndSaysHowMany()
    {
        await using var stage = new PageStage();
        stage.Storage.Log.KeepRefused([Signed("A", 1), Signed("B", 2), Refusals.Unverified(3)]);
        var page = stage.Render<QuarantinePage>();
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("[data-testid=refused-row]").Count), Patience);
        EnterKeys(stage);

        await page.Find("[data-testid=verify]").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal("Verified again: 2 of 3 pass.", page.Find("[data-testid=run-outcome]").TextContent), Patience);
        Assert.Equal(["Refused", "Passes", "Passes"], page.FindAll("[data-testid=refused-row]").Select(row => row.GetAttribute("data-verdict")), StringComparer.Ordinal);
        Assert.Contains("1 are still refused", page.Find("[data-testid=run]").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, stage.Storage.Log.RefusedCount);
    }

    [Fact]
    public async Task Choice_OfSomeRows_NamesTheirNumberOnTheButton()
    {
        await using var stage = new PageStage();
        stage.Storage.Log.KeepRefused([Refusals.Authentic(1), Refusals.Authentic(2), Refusals.Unverified(3)]);
        var page = stage.Render<QuarantinePage>();
        page.WaitForAssertion(() => Assert.Equal("All 3", page.Find("[data-testid=affected]").TextContent), Patience);

        await page.FindAll("[data-testid=choose]")[1].ChangeAsync(new() { Value = true });

        Assert.Equal("1 selected", page.Find("[data-testid=affected]").TextContent);
        Assert.Equal("Replay 1…", page.Find("[data-testid=replay]").TextContent);
    }

    [Fact]
    public async Task Drawer_OfAPush_NamesTheCauseAndShowsNoSignature()
    {
        await using var stage = new PageStage("zh-Hans");
        stage.Storage.Log.KeepRefused([Signed("A", 1)]);
        stage.Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo("/messages/quarantine?open=1");

        var page = stage.Render<QuarantinePage>();

        page.WaitForAssertion(() => Assert.Equal("ApplicationUnknown", page.Find("[data-testid=diagnosis]").GetAttribute("data-cause")), Patience);
        Assert.Contains("\"A\"", page.Find("[data-testid=refused-body]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Signed("A", 1).Signature.Span), page.Markup, StringComparison.Ordinal);
        stage.Storage.Log.RemoveRefused([1]);
        Assert.Null(await stage.Services.GetRequiredService<WebhookDoctor>().ExamineAsync(1, TestContext.Current.CancellationToken));
    }

    private static void EnterKeys(PageStage stage)
    {
        stage.Applications.Add(SecurityStage.North);
        stage.Services.GetRequiredService<Sensoro.Dashboard.Webhook.ApplicationRegistry>().Adopt(
            [new() { AppId = PushService.North.AppId, AppKey = PushService.North.AppKey, AppSecret = PushService.North.AppSecret }]);
    }

    private static RefusedPush Signed(string sn, int number)
    {
        var push = Refusals.Authentic(number);
        var body = Encoding.UTF8.GetBytes(PushBody.Sensor(sn, number, Stored.Noon, """{"temperature":1}"""));
        return push with
        {
            AppId = PushService.North.AppId,
            Sn = sn,
            Body = body,
            Signature = Convert.FromBase64String(PushSignature.Sign(PushService.North.AppSecret, push.Nonce, "POST", "http://localhost:5080/webhook", body)),
        };
    }
}
