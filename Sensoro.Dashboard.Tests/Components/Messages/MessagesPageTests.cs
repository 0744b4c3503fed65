using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Components.Messages;
using Stored = Sensoro.Dashboard.Tests.Storage.Messages;

namespace Sensoro.Dashboard.Tests.Components.Messages;

public sealed class MessagesPageTests
{
    private const string Sn = "0117C5A9D0B3F2E8";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Page_NothingReceived_PointsToTheSetUp()
    {
        await using var stage = new PageStage();

        var page = stage.Render<MessagesPage>();

        page.WaitForElement(".empty a[href='/']", Patience);
        Assert.Contains("No push yet", page.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_PushWhileOpen_StandsAtTheTop()
    {
        await using var stage = new PageStage();
        stage.Receive(Stored.Sensor(Sn, "first"));
        var page = stage.Render<MessagesPage>();
        page.WaitForElement("[data-testid=message-row]", Patience);

        stage.Receive(Stored.Sensor("0117C5A9D0B3F2E9", "second"));

        page.WaitForAssertion(() => Assert.Equal(["2", "1"], Ids(page), StringComparer.Ordinal), Patience);
        Assert.Contains("new device", page.Find("[data-id='2']").TextContent, StringComparison.Ordinal);
        Assert.Contains("stored", page.Find("[data-id='1']").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_Paused_CountsWhatWaitsAndShowsItOnResume()
    {
        await using var stage = new PageStage();
        stage.Receive(Stored.Sensor(Sn, "first"));
        var page = stage.Render<MessagesPage>();
        page.WaitForElement("[data-testid=message-row]", Patience);
        await page.Find("[data-testid=messages-pause]").ClickAsync();

        stage.Receive(Stored.Sensor(Sn, "second"), Stored.Sensor(Sn, "third"));

        page.WaitForAssertion(() => Assert.Contains("2", page.Find("[data-testid=messages-pause]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(["1"], Ids(page), StringComparer.Ordinal);
        await page.Find("[data-testid=messages-pause]").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal(["3", "2", "1"], Ids(page), StringComparer.Ordinal), Patience);
    }

    [Fact]
    public async Task Page_LateSecondDeliveryAndConflict_SaysEachInAWord()
    {
        await using var stage = new PageStage();
        var twice = Stored.Sensor(Sn, "twice");
        stage.Receive(
            Stored.Sensor(Sn, "late", createdAt: Stored.Noon.AddMinutes(-26), receivedAt: Stored.Noon),
            twice,
            Stored.Sensor(Sn, "same", """{"temperature":1}"""),
            Stored.Sensor(Sn, "same", """{"temperature":2}"""));
        stage.Storage.Log.Append([twice]);

        var page = stage.Render<MessagesPage>();

        page.WaitForElement("[data-testid=message-row]", Patience);
        Assert.Contains("late data", page.Find("[data-id='1']").TextContent, StringComparison.Ordinal);
        Assert.Contains("26 min", page.Find("[data-id='1'] .c-delay").TextContent, StringComparison.Ordinal);
        Assert.Contains("seen before 1×", page.Find("[data-id='2']").TextContent, StringComparison.Ordinal);
        Assert.Equal("2", page.Find("[data-id='2'] .c-copies").TextContent);
        Assert.Contains("conflict", page.Find("[data-id='3']").TextContent, StringComparison.Ordinal);
        Assert.Contains("conflict", page.Find("[data-id='4']").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_LogCannotAnswer_SaysSoAndTriesAgain()
    {
        await using var stage = new PageStage();
        stage.Receive(Stored.Sensor(Sn, "a"));
        stage.Hide("stored_messages");
        var page = stage.Render<MessagesPage>();
        page.WaitForElement(".ledger .empty button", Patience);

        stage.PutBack("stored_messages");
        await page.Find(".ledger .empty button").ClickAsync();

        page.WaitForElement("[data-testid=message-row]", Patience);
        Assert.Empty(page.FindAll(".empty"));
    }

    [Fact]
    public async Task Page_TextInTheAddress_ShowsThatDeviceOnly()
    {
        await using var stage = new PageStage();
        stage.Receive(Stored.Sensor(Sn, "a"), Stored.Sensor("0117C5A9D0B3F2E9", "b"));
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/messages?q=b3f2e8");

        var page = stage.Render<MessagesPage>();

        page.WaitForElement("[data-testid=message-row]", Patience);
        Assert.Equal(["1"], Ids(page), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Page_NothingMatches_OffersToClearTheFilters()
    {
        await using var stage = new PageStage();
        stage.Receive(Stored.Sensor(Sn, "a"));
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/messages?kind=task");

        var page = stage.Render<MessagesPage>();

        Assert.Equal("/messages", page.WaitForElement(".empty a", Patience).GetAttribute("href"));
    }

    [Fact]
    public async Task Drawer_SensorPush_SaysWhatItChangedInWords()
    {
        await using var stage = new PageStage();
        stage.Receive(Stored.Sensor(Sn, "a", """{"temperature":4.9,"smoke":0,"brandNew":{"a":[1]},"battery":"?"}"""));

        var page = Open(stage, 1);

        var changes = page.WaitForElement("[data-testid=message-changes]", Patience).TextContent;
        Assert.Contains("Stored 3 readings at ", changes, StringComparison.Ordinal);
        Assert.Contains("4.9 °C", changes, StringComparison.Ordinal);
        Assert.Contains("no smoke", changes, StringComparison.Ordinal);
        Assert.Contains("These are the latest values.", changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drawer_Parsed_MarksUnknownMetricsAndInvalidValues()
    {
        await using var stage = new PageStage();
        stage.Receive(Stored.Sensor(Sn, "a", """{"brandNew":{"a":[1]},"battery":"?"}"""));
        var page = Open(stage, 1);

        await page.WaitForElement("[data-view=Parsed]", Patience).ClickAsync();

        Assert.Contains("not in the catalogue", page.Find("tr[data-metric=brandNew]").TextContent, StringComparison.Ordinal);
        Assert.Contains("not valid", page.Find("tr[data-metric=battery]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drawer_PlainPush_ShowsItsBodyAndNoDecryptedView()
    {
        await using var stage = new PageStage();
        stage.Receive(Stored.Sensor(Sn, "a", """{"temperature":4.90}"""));

        var page = Open(stage, 1);

        Assert.Contains("4.90", page.WaitForElement("[data-testid=message-text]", Patience).TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-view=Decrypted]"));
    }

    [Fact]
    public async Task Drawer_SafePush_ShowsSealedAndDecryptedText()
    {
        await using var stage = new PageStage();
        var content = """{"temperature":4.9}"""u8.ToArray();
        var seal = System.Text.Encoding.UTF8.GetBytes($$"""{"sn":"{{Sn}}","type":"text","encryptData":"c2VhbGVk"}""");
        stage.Receive(Stored.Sensor(Sn, "a") with { Body = content, Sealed = seal });
        var page = Open(stage, 1);

        Assert.Contains("4.9", page.WaitForElement("[data-testid=message-text]", Patience).TextContent, StringComparison.Ordinal);
        await page.Find("[data-view=Raw]").ClickAsync();

        Assert.Contains("c2VhbGVk", page.Find("[data-testid=message-text]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drawer_TaskResult_SaysHowItEnded()
    {
        await using var stage = new PageStage();
        stage.Receive(Stored.Task("88120457", "a", resultCode: 2041));

        var page = Open(stage, 1);

        var changes = page.WaitForElement("[data-testid=message-changes]", Patience).TextContent;
        Assert.Contains("Task 88120457 ended: failure, code 2041.", changes, StringComparison.Ordinal);
        Assert.Equal("/tasks?q=88120457", page.Find(".foot a").GetAttribute("href"));
    }

    [Fact]
    public async Task Drawer_NewerReadingCame_SaysSo()
    {
        await using var stage = new PageStage();
        stage.Receive(Stored.Sensor(Sn, "a", createdAt: Stored.Noon.AddMinutes(-9)), Stored.Sensor(Sn, "b", createdAt: Stored.Noon.AddMinutes(-1)));

        var page = Open(stage, 1);

        Assert.Contains("A newer reading from ", page.WaitForElement("[data-testid=message-changes]", Patience).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drawer_UnknownMessage_SaysThatItMayBeGone()
    {
        await using var stage = new PageStage();
        stage.Receive(Stored.Sensor(Sn, "a"));

        var page = Open(stage, 4_711);

        Assert.Contains("No such message", page.WaitForElement(".drawer .empty", Patience).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_WalkTheListAndCloseTheDrawer()
    {
        await using var stage = new PageStage();
        stage.Receive(Stored.Sensor(Sn, "a"), Stored.Sensor(Sn, "b"), Stored.Sensor(Sn, "c"));
        var navigation = stage.Services.GetRequiredService<NavigationManager>();
        var page = Open(stage, 3);
        page.WaitForElement("[data-testid=message-row]", Patience);

        await page.Find(".list").KeyDownAsync(new KeyboardEventArgs { Key = "j" });
        Assert.EndsWith("open=2", navigation.Uri, StringComparison.Ordinal);
        await page.Find(".list").KeyDownAsync(new KeyboardEventArgs { Key = "k" });
        Assert.EndsWith("open=3", navigation.Uri, StringComparison.Ordinal);
        await page.Find(".list").KeyDownAsync(new KeyboardEventArgs { Key = "Escape" });

        Assert.EndsWith("/messages", navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadOlder_LastPage_PausesAndOffersNoMore()
    {
        await using var stage = new PageStage();
        stage.Receive([.. Enumerable.Range(1, 130).Select(i => Stored.Sensor(Sn, "m" + i))]);
        var page = stage.Render<MessagesPage>();
        page.WaitForElement("[data-testid=message-row]", Patience);

        await page.Find("[data-testid=messages-older]").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal("true", page.Find("[data-testid=messages-pause]").GetAttribute("data-paused")), Patience);
        Assert.Empty(page.FindAll("[data-testid=messages-older]"));
    }

    private static IRenderedComponent<MessagesPage> Open(PageStage stage, long id)
    {
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo(LedgerQuery.Everything.Href(id));
        return stage.Render<MessagesPage>();
    }

    private static string?[] Ids(IRenderedComponent<MessagesPage> page) =>
        [.. page.FindAll("[data-testid=message-row]").Select(row => row.GetAttribute("data-id"))];
}
