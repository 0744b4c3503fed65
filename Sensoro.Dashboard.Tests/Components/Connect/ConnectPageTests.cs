using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Sensoro.Dashboard.Components.Connect;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Security;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Security;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Components.Connect;

/// <summary>The page about the connection to SENSORO, in each of its states.</summary>
public sealed class ConnectPageTests
{
    private const string NewSecret = "new-secret-0123456789abcdefghijk";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Page_WithNothingSetUp_SaysWhatToDoFirst()
    {
        await using var stage = new PageStage();

        var page = stage.Render<ConnectPage>();

        page.WaitForAssertion(() => Assert.StartsWith("No application yet", Sentence(page), StringComparison.Ordinal), Patience);
        Assert.Equal("http://localhost:5080/webhook", page.Find("[data-copy]").GetAttribute("data-copy"));
        Assert.NotNull(page.Find("[data-testid=send-test-push]").GetAttribute("disabled"));
        Assert.Contains("--demo", page.Find("[data-testid=demo-fleet] code").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithApplicationsOfTheConfiguration_ShowsThemWithoutAWayToChangeThem()
    {
        await using var stage = new PageStage(connect: static options =>
        {
            options.WebhookUrls = ["https://a.example.com/webhook", "https://b.example.com/webhook"];
            options.Applications = [new() { AppId = "north0000001", Name = "North", HasAppKey = true, IsAppSecretRotating = true }, new() { AppId = "south0000002", Name = "" }];
        });

        var page = stage.Render<ConnectPage>();

        Assert.Equal(["https://a.example.com/webhook", "https://b.example.com/webhook"], page.FindAll("[data-copy]").Take(2).Select(line => line.GetAttribute("data-copy")), StringComparer.Ordinal);
        var rows = page.FindAll("[data-testid=application]");
        Assert.Equal("North north0000001 set set 2 active nothing yet configured", Words(rows[0].TextContent));
        Assert.Equal("— south0000002 not set: plain mode only set nothing yet configured", Words(rows[1].TextContent));
        Assert.Empty(page.FindAll("[data-testid=change-application]"));
    }

    [Fact]
    public async Task Add_OfThreeKeys_ListsTheApplicationAndTellsNoSecret()
    {
        await using var stage = new PageStage();
        var page = stage.Render<ConnectPage>();
        await page.Find("[data-testid=add-application]").ClickAsync();

        Type(page, "app-id", $" {PushService.North.AppId} ");
        Type(page, "app-name", "North");
        Type(page, "app-key", PushService.North.AppKey + "\n");
        Assert.Contains("decodes to 32 bytes", page.Find("[data-testid=app-key-hint]").TextContent, StringComparison.Ordinal);
        Type(page, "app-secret", PushService.North.AppSecret);
        AssertNoSecret(page.Markup);
        await page.Find("[data-testid=application-form]").SubmitAsync();

        var row = page.WaitForElement("[data-testid=application]", Patience);
        var setAt = LocalTime.MinuteOrDay(stage.Clock.GetUtcNow(), stage.Clock);
        Assert.Equal($"North {PushService.North.AppId} set {setAt} set {setAt} nothing yet Change", Words(row.TextContent));
        Assert.Empty(page.FindAll("[data-testid=application-form]"));
        AssertNoSecret(page.Markup);
        Assert.Equal(PushService.North.AppSecret, Assert.Single(stage.Applications.Kept).Secrets?.AppSecret);
    }

    [Theory]
    [InlineData("", "key", "secret", "The AppID is empty")]
    [InlineData("north0000001", "key", "secret", "This is not an AppKey")]
    [InlineData("north0000001", "abcdefghijABCDEFGHIJ0123456789abcdefghijABC", "", "The AppSecret is empty")]
    public async Task Add_OfWrongKeys_SaysWhichAndKeepsTheForm(string appId, string appKey, string appSecret, string expected)
    {
        await using var stage = new PageStage();
        var page = stage.Render<ConnectPage>();
        await page.Find("[data-testid=add-application]").ClickAsync();
        Type(page, "app-id", appId);
        Type(page, "app-key", appKey);
        Type(page, "app-secret", appSecret);

        await page.Find("[data-testid=application-form]").SubmitAsync();

        Assert.StartsWith(expected, page.Find("[data-testid=application-fault]").TextContent, StringComparison.Ordinal);
        Assert.Empty(stage.Applications.Summaries);
    }

    [Fact]
    public async Task Change_OfTheSecret_StartsARotationThatCanBeEnded()
    {
        await using var stage = new PageStage();
        stage.Applications.Add(SecurityStage.North);
        var (page, dialogs) = RenderWithDialogs(stage);
        await page.Find("[data-testid=change-application]").ClickAsync();
        Type(page, "new-app-secret", NewSecret);
        await page.Find("[data-testid=application-editor]").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("2 active", page.Find("[data-testid=application]").TextContent, StringComparison.Ordinal), Patience);
        Assert.DoesNotContain(NewSecret, page.Markup, StringComparison.Ordinal);
        await page.Find("[data-testid=change-application]").ClickAsync();
        Assert.StartsWith("No push has used the old keys", page.Find("[data-testid=old-keys]").TextContent, StringComparison.Ordinal);
        await AnswerAsync(page, dialogs, "end-rotation", yes: true);

        page.WaitForAssertion(() => Assert.DoesNotContain("2 active", page.Find("[data-testid=application]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(new ApplicationSecrets(PushService.North.AppKey, NewSecret), Assert.Single(stage.Applications.Kept).Secrets);
    }

    [Fact]
    public async Task Remove_AskedFirst_GoesOnlyWhenConfirmed()
    {
        await using var stage = new PageStage();
        stage.Applications.Add(SecurityStage.North);
        var (page, dialogs) = RenderWithDialogs(stage);
        await page.Find("[data-testid=change-application]").ClickAsync();

        await AnswerAsync(page, dialogs, "remove-application", yes: false);
        Assert.Single(stage.Applications.Summaries);
        await AnswerAsync(page, dialogs, "remove-application", yes: true);

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=application]")), Patience);
        Assert.Empty(stage.Applications.Summaries);
    }

    [Fact]
    public async Task Page_WithALostKeyRing_NamesTheApplicationAndWhatToDo()
    {
        await using var stage = new PageStage();
        using var folder = new TemporaryFolder();
        using (var elsewhere = new SecurityStage(folder))
        {
            elsewhere.Applications.Add(SecurityStage.North);
            File.Copy(elsewhere.File, Path.Combine(stage.Storage.DataDirectory, ApplicationFile.FileName));
        }

        var page = stage.Render<ConnectPage>();

        page.WaitForAssertion(() => Assert.StartsWith("The keys of North site cannot be read", Sentence(page), StringComparison.Ordinal), Patience);
        Assert.Contains("cannot be read", page.Find("[data-testid=application]").TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Find("[data-testid=send-test-push]").GetAttribute("disabled"));
    }

    [Fact]
    public async Task Page_WithPushesAndRefusals_SaysHowTheyFare()
    {
        await using var stage = new PageStage(connect: static options => options.Applications = [new() { AppId = "north0000001", Name = "North", HasAppKey = true }]);
        stage.Receive(Stored.Sensor("0117C5A9D0B3F2E8", "1"));
        var pushes = stage.Services.GetRequiredService<ApplicationTraffic>().Of("north0000001");
        pushes.Count(encrypted: true, Stored.Noon);
        pushes.Count(encrypted: true, Stored.Noon);
        pushes.Count(encrypted: false, Stored.Noon);
        stage.Services.GetRequiredService<PipelineStatus>().CountRefused("auth_bad_signature", isKept: true);
        stage.Services.GetRequiredService<PipelineStatus>().CountRefused("auth_bad_app_id", isKept: false);

        var page = stage.Render<ConnectPage>();

        page.WaitForAssertion(() => Assert.EndsWith("2 pushes were refused since the start.", Sentence(page), StringComparison.Ordinal), Patience);
        Assert.Contains("k-malfunction", page.Find("[data-testid=refused-sentence]").ClassName, StringComparison.Ordinal);
        Assert.Equal("safe 67 % · plain 33 %", page.Find("[data-testid=seen]").TextContent.Trim());
        Assert.Equal(["auth_bad_signature", "auth_bad_app_id"], page.FindAll("[data-testid=refusal]").Select(refusal => refusal.GetAttribute("data-reason")), StringComparer.Ordinal);
        Assert.Contains("Compare the AppSecret", page.Find("[data-testid=refusal]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_BySomebodyElse_ShowsByItself()
    {
        await using var stage = new PageStage();
        var page = stage.Render<ConnectPage>();

        stage.Applications.Add(SecurityStage.North);

        page.WaitForElement("[data-testid=application]", Patience);
    }

    [Fact]
    public async Task TestPush_WithoutAProgramThatListens_NamesTheStepAndOffersTheLocalWay()
    {
        await using var stage = new PageStage(connect: static options => options.Applications = [new() { AppId = "north0000001", Name = "North", HasAppKey = true }]);
        var page = stage.Render<ConnectPage>();

        await page.Find("[data-testid=send-test-push]").ClickAsync();

        // The stage's door knows no application: the very first step says so.
        var fault = page.WaitForElement("[data-testid=test-fault]", Patience);
        Assert.StartsWith("The keys of this application are not here any more", fault.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(["false", null, null, null, null], page.FindAll("[data-testid=test-check]").Select(check => check.GetAttribute("data-passed")), StringComparer.Ordinal);
    }

    private static (IRenderedComponent<ConnectPage> Page, IRenderedComponent<MudDialogProvider> Dialogs) RenderWithDialogs(PageStage stage)
    {
        stage.Render<MudPopoverProvider>();
        var dialogs = stage.Render<MudDialogProvider>();
        return (stage.Render<ConnectPage>(), dialogs);
    }

    private static async Task AnswerAsync(IRenderedComponent<ConnectPage> page, IRenderedComponent<MudDialogProvider> dialogs, string button, bool yes)
    {
        var asked = page.Find($"[data-testid={button}]").ClickAsync(new());
        dialogs.WaitForElement(".mud-dialog", Patience);
        await dialogs.Find(yes ? ".mud-message-box__yes-button" : ".mud-message-box__cancel-button").ClickAsync(new());
        await asked;
        dialogs.WaitForAssertion(() => Assert.Empty(dialogs.FindAll(".mud-dialog")), Patience);
    }

    private static void AssertNoSecret(string markup)
    {
        Assert.DoesNotContain(PushService.North.AppKey, markup, StringComparison.Ordinal);
        Assert.DoesNotContain(PushService.North.AppSecret, markup, StringComparison.Ordinal);
    }

    private static void Type<T>(IRenderedComponent<T> page, string testId, string text)
        where T : IComponent => page.Find($"[data-testid={testId}]").Input(text);

    private static string Sentence(IRenderedComponent<ConnectPage> page) => Words(page.Find("[data-testid=connect-sentence]").TextContent);

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
