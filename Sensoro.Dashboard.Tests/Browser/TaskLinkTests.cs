using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>SENSORO's task results name no device: staff do.</summary>
[Collection(BrowserTests.Name)]
public sealed class TaskLinkTests(ChromiumFixture chromium)
{
    [Fact]
    public async Task TaskResult_LinkedByHand_NamesItsDeviceAndCanBeTakenBack()
    {
        await using var dashboard = new DashboardFactory();
        await dashboard.FoldPushesAsync(
            PushBody.Sensor("0117C5971A0455D1", 1, dashboard.Now(), """{"battery":50}"""),
            PushBody.Task("88120457", 2, dashboard.Now()));
        await using var visitor = await chromium.VisitAsync(dashboard.Address);
        await visitor.GoAsync("/tasks");
        var row = visitor.Page.Locator("[data-testid=task-row]", new() { HasText = "88120457" });
        await Assertions.Expect(row).ToContainTextAsync("not linked");

        await visitor.Find("task-link").First.ClickAsync();
        await visitor.Find("task-device-search").FillAsync("0455D1");
        await visitor.Find("task-device-option").First.ClickAsync();
        await visitor.Find("task-link-confirm").ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("0455D1");
        var linked = await dashboard.ApiAsync("/api/v1/tasks?taskId=88120457");
        Assert.Equal("0117C5971A0455D1", linked.GetProperty("items")[0].GetProperty("sn").GetString());

        await visitor.Page.GetByText("Undo").ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("not linked");
    }
}
