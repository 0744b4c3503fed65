using Bunit;
using Sensoro.Dashboard.Components.Overview;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.TestPushes;
using Sensoro.Dashboard.Tests.Security;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Components.Overview;

public sealed class OverviewPageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Page_EmptyFleet_ShowsTheFourStepsAndTheDemo()
    {
        await using var stage = new PageStage();

        var page = stage.Render<OverviewPage>();

        page.WaitForElement("[data-testid=set-up]", Patience);
        Assert.Equal(4, page.FindAll(".steps > li").Count);
        Assert.Equal("http://localhost:5080/webhook", page.Find(".steps [data-copy]").GetAttribute("data-copy"));
        Assert.Contains("--demo", page.Find(".demo code").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_KeysEnteredOnAnEmptyFleet_TicksTheStepsOff()
    {
        await using var stage = new PageStage();
        var page = stage.Render<OverviewPage>();
        page.WaitForElement("[data-testid=application-form]", Patience);
        Assert.Equal(["false", "false", "false", "false"], Steps(page), StringComparer.Ordinal);

        stage.Applications.Add(SecurityStage.North);

        page.WaitForElement("[data-testid=set-up-keys]", Patience);
        Assert.Equal(["true", "true", "false", "false"], Steps(page), StringComparer.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=application-form]"));
        Assert.NotNull(page.Find("[data-testid=send-test-push]"));
    }

    [Fact]
    public async Task Page_WithNothingButATestPush_WaitsForTheFirstRealDevice()
    {
        await using var stage = new PageStage();
        stage.Applications.Add(SecurityStage.North);
        stage.Receive(Stored.Sensor(TestDevice.Sn, "1"));
        var page = stage.Render<OverviewPage>();
        page.WaitForElement("[data-testid=set-up]", Patience);
        Assert.Equal(["true", "true", "true", "false"], Steps(page), StringComparer.Ordinal);

        stage.Receive(Stored.Sensor("0117C5A9D0B3F2E8", "2"));

        page.WaitForElement("[data-testid=push-row]", Patience);
        Assert.Empty(page.FindAll("[data-testid=set-up]"));
    }

    [Fact]
    public async Task Page_FirstPushWhileOpen_TurnsIntoTheOverview()
    {
        await using var stage = new PageStage();
        var page = stage.Render<OverviewPage>();
        page.WaitForElement("[data-testid=set-up]", Patience);

        stage.Receive(Stored.Sensor("0117C5A9D0B3F2E8", "1", """{"temperature":21.5}"""));

        page.WaitForElement("[data-testid=push-row]", Patience);
        Assert.Contains("21.5 °C", page.Find("[data-testid=push-row]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_AlarmAndTamper_SaysTheAlarmInItsFirstSentence()
    {
        await using var stage = new PageStage();
        stage.Receive(
            Stored.Sensor("0117C5A9D0B3F2E8", "1", """{"smoke":1}""", createdAt: Stored.Noon.AddMinutes(-2)),
            Stored.Sensor("0117C5A9D0B3F2E9", "2", """{"installed":false}"""));

        var page = stage.Render<OverviewPage>();

        page.WaitForElement("[data-testid=attention-row]", Patience);
        var sentence = Words(page.Find("[data-testid=overview-sentence]").TextContent);
        Assert.StartsWith("1 alarm. Newest: smoke at 0117C5A9D0B3F2E8", sentence, StringComparison.Ordinal);
        Assert.EndsWith("2 min ago.", sentence, StringComparison.Ordinal);
        Assert.Equal(["0117C5A9D0B3F2E8", "0117C5A9D0B3F2E9"], page.FindAll("[data-testid=attention-row]").Select(row => row.GetAttribute("data-sn")), StringComparer.Ordinal);
        Assert.Equal("1", page.Find("[data-testid=status-count][data-status=alarm] [data-count]").TextContent);
        Assert.NotNull(page.Find("[data-testid=status-count][data-status=alarm].hot"));
    }

    [Fact]
    public async Task Page_Chinese_PutsTheWordsInItsOwnOrder()
    {
        await using var stage = new PageStage("zh-Hans");
        stage.Receive(Stored.Sensor("0117C5A9D0B3F2E8", "1", """{"smoke":1}""", createdAt: Stored.Noon.AddMinutes(-2)));

        var page = stage.Render<OverviewPage>();

        page.WaitForElement("[data-testid=attention-row]", Patience);
        var sentence = Words(page.Find("[data-testid=overview-sentence]").TextContent);
        Assert.StartsWith("1 条报警。 最新：", sentence, StringComparison.Ordinal);
        Assert.EndsWith("烟感：有烟，2 分钟前。", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_NothingWrong_SaysSo()
    {
        await using var stage = new PageStage();
        stage.Receive(Stored.Sensor("0117C5A9D0B3F2E8", "1"));

        var page = stage.Render<OverviewPage>();

        page.WaitForElement("[data-testid=push-row]", Patience);
        Assert.Equal("All quiet. 1 device reports on time.", Words(page.Find("[data-testid=overview-sentence]").TextContent));
    }

    [Fact]
    public async Task Page_LostDevice_SaysSinceWhenAndHowOftenItShouldReport()
    {
        await using var stage = new PageStage();
        stage.Receive(Stored.Sensor("0117C5A9D0B3F2E8", "1", """{"interval":600}""", createdAt: Stored.Noon.AddMinutes(-47)));

        var page = stage.Render<OverviewPage>();

        page.WaitForElement("[data-testid=silent-row]", Patience);
        Assert.EndsWith("Lost 47 minevery 10 min", Words(page.Find("[data-testid=silent-row]").TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_FailedTaskAndLowBattery_ShowsBoth()
    {
        await using var stage = new PageStage();
        stage.Receive(
            Stored.Task("88120457", "1", resultCode: 2041),
            Stored.Task("88120458", "2", resultCode: 0),
            Stored.Sensor("0117C5A9D0B3F2E8", "3", """{"battery":4}"""));

        var page = stage.Render<OverviewPage>();

        page.WaitForElement("[data-testid=failed-task]", Patience);
        Assert.Contains("2041", Assert.Single(page.FindAll("[data-testid=failed-task]")).TextContent, StringComparison.Ordinal);
        Assert.Contains("4 %", Assert.Single(page.FindAll("[data-testid=low-battery]")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_DatabaseCannotAnswer_SaysSoAndTriesAgain()
    {
        await using var stage = new PageStage();
        stage.Receive(Stored.Sensor("0117C5A9D0B3F2E8", "1"));
        stage.Hide("task_results");
        var page = stage.Render<OverviewPage>();
        page.WaitForElement(".failed .empty", Patience);

        stage.PutBack("task_results");
        await page.Find(".failed button").ClickAsync();

        page.WaitForElement("[data-testid=push-row]", Patience);
        Assert.Empty(page.FindAll(".failed"));
    }

    [Fact]
    public async Task Reader_AskedForWhatIsCommittedByNow_DoesNotAnswerWithAnOlderRead()
    {
        await using var stage = new PageStage();
        var clock = TimeProvider.System;
        using var reader = new OverviewReader(
            stage.Storage.Get<DeviceQueries>(), stage.Storage.Get<TaskQueries>(), stage.Storage.Get<FleetQueries>(), clock);
        var first = await reader.ReadAsync(clock.GetTimestamp(), TestContext.Current.CancellationToken);

        Assert.Same(first, await reader.ReadAsync(long.MinValue, TestContext.Current.CancellationToken));
        stage.Receive(Stored.Sensor("0117C5A9D0B3F2E8", "1"));
        var second = await reader.ReadAsync(clock.GetTimestamp(), TestContext.Current.CancellationToken);

        Assert.Equal(1, second.Counts.Total);
    }

    private static IEnumerable<string?> Steps(IRenderedComponent<OverviewPage> page) =>
        page.FindAll("[data-testid=step]").Select(step => step.GetAttribute("data-done"));

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
