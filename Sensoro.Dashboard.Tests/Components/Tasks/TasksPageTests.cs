using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Sensoro.Dashboard.Components.Tasks;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Tests.Components.Tasks;

public sealed class TasksPageTests
{
    private const string Climate = "0117C6A4DD8F6612";
    private const string Archive = "0117C5971A0455D1";

    private static readonly NewMessage[] Pushes =
    [
        Storage.Messages.Sensor(Climate, "1"),
        Storage.Messages.Sensor(Archive, "2"),
        Storage.Messages.Task("88120446", "3"),
        Storage.Messages.Task("88120459", "4", resultCode: 2007),
    ];

    [Fact]
    public async Task Page_WithResults_AnswersInASentenceAndListsTheNewestFirst()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync(Pushes);

        var page = Open(stage);

        Assert.Equal("Today: 2 results, 1 failed, 2 without a device", page.Find("[data-testid=tasks-sentence]").TextContent);
        Assert.Equal(["88120459", "88120446"], Rows(page));
        Assert.Contains("failed 2007", Row(page, "88120459").TextContent, StringComparison.Ordinal);
        Assert.Contains("done", Row(page, "88120446").TextContent, StringComparison.Ordinal);
        Assert.Contains("not linked", Row(page, "88120446").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithoutResults_SaysWhatHappensNext()
    {
        await using var stage = new ListStage();

        var page = Open(stage);

        Assert.Equal("Today: no results", page.Find("[data-testid=tasks-sentence]").TextContent);
        Assert.Contains("No task result yet", page.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Contains("Every result has its device.", page.Find("[data-testid=unlinked-tray]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tray_DeviceFoundAndEnter_LinksTheTaskAndUndoTakesItBack()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync(Pushes);
        stage.InState($"UPDATE devices SET name = 'Bay 3 <i>' WHERE sn = '{Climate}'");
        var page = Open(stage);
        var toasts = stage.Context.Render<MudSnackbarProvider>();

        await page.Find("[data-testid=unlinked-task][data-task='88120446'] [data-testid=tray-link]").ClickAsync();
        await FindDeviceAsync(stage, page, "8f6612");
        Assert.Equal("Link to Bay 3 <i>", page.Find("[data-testid=task-link-confirm]").TextContent);
        await page.Find("[data-testid=task-device-search]").KeyDownAsync("Enter");

        page.WaitForAssertion(() => Assert.Equal(Climate, Row(page, "88120446").GetAttribute("data-sn")));
        Assert.Equal("Today: 2 results, 1 failed, 1 without a device", page.Find("[data-testid=tasks-sentence]").TextContent);
        Assert.Equal(Climate, stage.Storage.InState<string>("SELECT sn FROM task_links"));
        toasts.WaitForAssertion(() => Assert.Contains("88120446 linked to Bay 3 <i>", toasts.Find(".mud-snackbar").TextContent, StringComparison.Ordinal));
        Assert.Empty(toasts.FindAll(".mud-snackbar i"));

        await toasts.Find(".mud-snackbar button").ClickAsync();

        page.WaitForAssertion(() => Assert.Null(Row(page, "88120446").GetAttribute("data-sn")));
        Assert.Equal(0, stage.Storage.InState<long>("SELECT count(*) FROM task_links"));
    }

    [Fact]
    public async Task Row_LinkedToAnotherDevice_UndoBringsTheFirstBack()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync(Pushes);
        stage.InState($"INSERT INTO task_links (app_id, task_id, sn, linked_at) VALUES ('app', '88120446', '{Climate}', 0)");
        var page = Open(stage);
        var toasts = stage.Context.Render<MudSnackbarProvider>();

        await page.Find("[data-testid=task-row][data-task='88120446'] [data-testid=task-relink]").ClickAsync();
        await FindDeviceAsync(stage, page, "0455D1");
        await page.Find("[data-testid=task-link-confirm]").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal(Archive, Row(page, "88120446").GetAttribute("data-sn")));
        await toasts.WaitForElement(".mud-snackbar button").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal(Climate, Row(page, "88120446").GetAttribute("data-sn")));
    }

    [Fact]
    public async Task Row_Unlinked_HasNoDeviceAnyMore()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync(Pushes);
        stage.InState($"INSERT INTO task_links (app_id, task_id, sn, linked_at) VALUES ('app', '88120446', '{Climate}', 0)");
        var page = Open(stage);

        await page.Find("[data-testid=task-row][data-task='88120446'] [data-testid=task-relink]").ClickAsync();
        await page.Find("[data-testid=task-unlink]").ClickAsync();

        page.WaitForAssertion(() => Assert.Null(Row(page, "88120446").GetAttribute("data-sn")));
        Assert.Contains("2 without a device", page.Find("[data-testid=tasks-sentence]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Picker_ArrowDown_ChoosesTheNextDevice()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync(Pushes);
        var page = Open(stage);

        await page.Find("[data-testid=tray-link]").ClickAsync();
        await FindDeviceAsync(stage, page, "0117");
        await page.Find("[data-testid=task-device-search]").KeyDownAsync("ArrowDown");

        var chosen = page.Find("[data-testid=task-device-option][aria-selected=true]");
        Assert.Equal(Climate, chosen.GetAttribute("data-sn"));
        Assert.Equal(chosen.Id, page.Find("[data-testid=task-device-search]").GetAttribute("aria-activedescendant"));
    }

    [Fact]
    public async Task Picker_Skipped_GoesOnToTheNextTask()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync(Pushes);
        var page = Open(stage);

        await page.Find("[data-testid=tray-link]").ClickAsync();
        Assert.Equal("88120459", OpenTask(page));
        await page.Find("[data-testid=task-link-leave]").ClickAsync();

        Assert.Equal("88120446", OpenTask(page));
    }

    [Fact]
    public async Task News_OfAResult_PutsItOnTopAndIntoTheTray()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync(Pushes);
        var page = Open(stage);
        stage.Clock.Advance(TimeSpan.FromSeconds(1));

        await stage.FoldAsync(Storage.Messages.Task("88120460", "5"));

        page.WaitForAssertion(() => Assert.Equal(["88120460", "88120459", "88120446"], Rows(page)));
        Assert.Equal("88120460", page.Find("[data-testid=unlinked-task]").GetAttribute("data-task"));
        Assert.StartsWith("Today: 3 results", page.Find("[data-testid=tasks-sentence]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_WhileADeviceIsBeingNamed_WaitsUntilItIs()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync(Pushes);
        var page = Open(stage);
        await page.Find("[data-testid=tray-link]").ClickAsync();
        stage.Clock.Advance(TimeSpan.FromSeconds(1));
        await stage.FoldAsync(Storage.Messages.Task("88120460", "5"));

        Assert.Equal(2, Rows(page).Length);
        await page.Find("[data-testid=tray-link]").ClickAsync();
        stage.Clock.Advance(TimeSpan.FromSeconds(1));
        await stage.FoldAsync();

        page.WaitForAssertion(() => Assert.Equal(3, Rows(page).Length));
    }

    [Fact]
    public async Task Midnight_WhileThePageIsOpen_StartsTheCountAnew()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync(Pushes);
        var page = Open(stage);

        stage.Clock.Advance(TimeSpan.FromHours(13));
        await stage.FoldAsync();

        page.WaitForAssertion(() => Assert.Equal("Today: no results, 2 without a device", page.Find("[data-testid=tasks-sentence]").TextContent));
    }

    [Fact]
    public async Task LoadMore_OfManyResults_ShowsTheNextFifty()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync([.. Enumerable.Range(1, 70).Select(i => Storage.Messages.Task($"{i}", $"{i}"))]);
        var page = Open(stage);
        Assert.Equal("50 of 70 results", page.Find("[data-testid=tasks-count]").TextContent);

        await page.Find("[data-testid=load-more]").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal(70, Rows(page).Length));
        Assert.Empty(page.FindAll("[data-testid=load-more]"));
    }

    [Fact]
    public async Task Filter_BySnInSmallLetters_FindsTheLinkedResult()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync(Pushes);
        stage.InState($"INSERT INTO task_links (app_id, task_id, sn, linked_at) VALUES ('app', '88120446', '{Climate}', 0)");
        var page = Open(stage);

        await stage.TypeAsync(page, "task-filter", "8f6612");

        page.WaitForAssertion(() => Assert.Equal(["88120446"], Rows(page)));
        Assert.EndsWith("/tasks?q=8f6612", stage.Context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filter_ThatNothingMatches_OffersToClear()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync(Pushes);
        var page = Open(stage, "/tasks?result=failed&q=nothing");

        await page.Find(".empty button").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal(2, Rows(page).Length));
    }

    [Fact]
    public async Task Page_WhenTheDatabaseFails_OffersToTryAgain()
    {
        await using var stage = new ListStage();
        await stage.FoldAsync(Pushes);
        stage.InState("ALTER TABLE task_results RENAME TO hidden");
        var page = Open(stage);
        Assert.Contains("Could not load", page.Find(".empty").TextContent, StringComparison.Ordinal);

        stage.InState("ALTER TABLE hidden RENAME TO task_results");
        await page.Find(".empty button").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal(2, Rows(page).Length));
    }

    private static IRenderedComponent<TasksPage> Open(ListStage stage, string address = "/tasks")
    {
        stage.Context.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return stage.Context.Render<TasksPage>();
    }

    private static Task FindDeviceAsync(ListStage stage, IRenderedComponent<TasksPage> page, string text) =>
        stage.TypeAsync(page, "task-device-search", text);

    private static string? OpenTask(IRenderedComponent<TasksPage> page) =>
        page.Find("[data-testid=device-picker]").Closest("[data-testid=unlinked-task]")?.GetAttribute("data-task");

    private static string?[] Rows(IRenderedComponent<TasksPage> page) => [.. page.FindAll("[data-testid=task-row]").Select(row => row.GetAttribute("data-task"))];

    private static IElement Row(IRenderedComponent<TasksPage> page, string taskId) => page.Find($"[data-testid=task-row][data-task='{taskId}']");
}
