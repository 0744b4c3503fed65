using Bunit;
using Sensoro.Dashboard.Components.Device;
using Sensoro.Dashboard.Components.History;
using static Sensoro.Dashboard.Tests.Components.Device.SampleDevice;

namespace Sensoro.Dashboard.Tests.Components.Device;

public sealed class DeviceBoardTests : IAsyncLifetime
{
    private readonly DevicePageContext _context = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    [Fact]
    public void DeviceBoard_NobodyHasHeardOfTheDevice_SaysSoAndListens()
    {
        var page = Show("A/B 50%");
        page.WaitForElement("[data-testid=device-unknown]");
        Assert.Equal("/devices?q=A%2FB%2050%25", page.Find("[data-testid=device-unknown] a").GetAttribute("href"));

        _context.Receive(SamplePush.New("A/B 50%", "1", """{"temperature":4.1}""", Noon));

        page.WaitForElement("[data-testid=device]");
        Assert.Equal("A/B 50%", page.Find("[data-testid=device]").GetAttribute("data-sn"));
        Assert.StartsWith("On time.", page.Find("[data-testid=status-sentence]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void DeviceBoard_Now_ShowsEachValueAsWhatItIs()
    {
        _context.Receive(SamplePush.New(
            "A", "1", """{"battery":86,"interval":60,"temperature":6.3,"door":false,"smoke":false,"waterPressure":1.5,"gyro":{"x":1,"y":0,"z":-1},"flux":{"a":[1]},"mood":"<b>fine</b>"}""", Noon));

        var page = Show("A");
        page.WaitForElement("[data-testid=gauge]");

        Assert.Equal(["door", "smoke"], Metrics(page, "state-tile"));
        Assert.Contains("hot", page.Find("[data-testid=state-tile][data-metric=door]").ClassName, StringComparison.Ordinal);
        Assert.DoesNotContain("hot", page.Find("[data-testid=state-tile][data-metric=smoke]").ClassName, StringComparison.Ordinal);
        Assert.Equal(["temperature", "battery"], Metrics(page, "gauge"));
        Assert.Equal(["waterPressure"], Metrics(page, "figure"));
        Assert.Single(page.FindAll("[data-testid=vectors] .vec"));
        Assert.Equal("""{"a":[1]}""", page.Find("[data-testid=other-values] dd[data-metric=flux] span").TextContent);
        Assert.Equal("<b>fine</b>", page.Find("[data-testid=other-values] dd[data-metric=mood] span").TextContent);
        Assert.Equal("alarm", page.Find("[data-testid=status-sentence]").GetAttribute("data-status"));
    }

    [Fact]
    public void DeviceBoard_NextPush_ChangesSentenceTilesFiguresAndMessagesInPlace()
    {
        _context.Receive(SamplePush.New("A", "1", """{"interval":60,"door":true,"waterPressure":1.5}""", Noon));
        var page = Show("A");
        page.WaitForElement("[data-testid=last-message]");

        _context.Receive(SamplePush.New("A", "2", """{"door":false,"waterPressure":1.8}""", Noon.AddSeconds(2)));

        page.WaitForAssertion(() =>
        {
            Assert.Equal("alarm", page.Find("[data-testid=status-sentence]").GetAttribute("data-status"));
            Assert.Equal("true", page.Find("[data-testid=state-tile]").GetAttribute("data-active"));
            Assert.Equal("1.8", page.Find("[data-testid=figure] [data-value]").TextContent);
            Assert.Equal(2, page.FindAll("[data-testid=last-message]").Count);
        });
        Assert.Contains("closed → open", page.FindAll("[data-testid=last-message]")[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void DeviceBoard_SilentDevice_BecomesLateAndLostWithoutAPush()
    {
        _context.Receive(SamplePush.New("A", "1", """{"interval":60,"temperature":4}""", Noon));
        var page = Show("A");
        page.WaitForElement("[data-testid=status-sentence]");

        _context.Clock.Advance(TimeSpan.FromSeconds(95));
        page.WaitForAssertion(() => Assert.StartsWith("Late: last message 1 min 35 s ago;", page.Find("[data-testid=status-sentence]").TextContent, StringComparison.Ordinal));

        _context.Clock.Advance(TimeSpan.FromSeconds(90));
        page.WaitForAssertion(() => Assert.StartsWith("Lost: last message 3 min 5 s ago;", page.Find("[data-testid=status-sentence]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void DeviceBoard_Messages_ListsTheLedgerOfTheDeviceOnlyAndLinksEachLine()
    {
        _context.Receive(SamplePush.New("A", "1", """{"temperature":4}""", Noon), SamplePush.New("B", "2", """{"temperature":4}""", Noon), SamplePush.New("A", "3", """{"temperature":5}""", Noon));

        var page = Show("A", DeviceTab.Messages);

        page.WaitForAssertion(() => Assert.Equal(["3", "1"], page.FindAll("[data-testid=message-row]").Select(row => row.GetAttribute("data-id") ?? "").ToArray()));
        Assert.Equal("/messages?open=3", page.Find("[data-testid=message-row] a").GetAttribute("href"));
    }

    [Fact]
    public void DeviceBoard_MapOfADeviceWithAPlace_NamesItRawAndConverted()
    {
        _context.Receive(SamplePush.New("A", "1", """{"lonlat":[121.5,31.2]}""", Noon));

        var page = Show("A", DeviceTab.Map);

        Assert.Equal("121.5, 31.2", page.WaitForElement("[data-testid=position-raw]").TextContent);
        Assert.StartsWith("121.49", page.Find("[data-testid=position-wgs84]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void DeviceBoard_MapOfADeviceWithoutAPlace_SaysSo()
    {
        _context.Receive(SamplePush.New("A", "1", """{"temperature":4}""", Noon));

        Assert.NotNull(Show("A", DeviceTab.Map).WaitForElement("[data-testid=no-position]"));
    }

    [Fact]
    public void DeviceBoard_HistoryAsATable_GivesTheReadingsNewestFirst()
    {
        _context.Receive(SamplePush.New("A", "1", """{"temperature":4}""", Noon.AddHours(-2)), SamplePush.New("A", "2", """{"temperature":-5.5}""", Noon));

        var page = _context.Render<DeviceBoard>(board => board.Add(one => one.Sn, "A").Add(one => one.Tab, DeviceTab.History).Add(one => one.View, new HistoryView { IsTable = true }));

        page.WaitForAssertion(() => Assert.Equal(["−5.5 °C", "4.0 °C"], page.FindAll("[data-testid=history-table] tbody td:nth-child(2)").Select(cell => cell.TextContent).ToArray()));
    }

    [Fact]
    public void DeviceBoard_Tabs_AreLinksOfWhichOneIsSelected()
    {
        _context.Receive(SamplePush.New("A/1", "1", """{"temperature":4}""", Noon));

        var page = Show("A/1", DeviceTab.Tasks);
        page.WaitForElement("[data-testid=device-tab]");

        var tabs = page.FindAll("[role=tab]");
        Assert.Equal(
            ["/devices/A%2F1", "/devices/A%2F1?tab=history", "/devices/A%2F1?tab=tasks", "/devices/A%2F1?tab=messages", "/devices/A%2F1?tab=map"],
            tabs.Select(tab => tab.GetAttribute("href") ?? "").ToArray());
        Assert.Equal("tasks", tabs.Single(tab => tab.GetAttribute("aria-selected") == "true").GetAttribute("data-tab"));
    }

    private IRenderedComponent<DeviceBoard> Show(string sn, DeviceTab tab = DeviceTab.Now) =>
        _context.Render<DeviceBoard>(board => board.Add(one => one.Sn, sn).Add(one => one.Tab, tab));

    private static string[] Metrics(IRenderedComponent<DeviceBoard> page, string testId) =>
        [.. page.FindAll($"[data-testid={testId}]").Select(element => element.GetAttribute("data-metric") ?? "")];
}
