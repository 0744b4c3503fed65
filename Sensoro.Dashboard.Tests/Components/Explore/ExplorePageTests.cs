using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Components.Explore;
using Sensoro.Dashboard.Tests.Components.Device;
using Sensoro.Dashboard.Tests.Integration;
using static Sensoro.Dashboard.Tests.Components.Device.SampleDevice;

namespace Sensoro.Dashboard.Tests.Components.Explore;

public sealed class ExplorePageTests : IAsyncLifetime
{
    private readonly DevicePageContext _context = new();

    public ValueTask InitializeAsync()
    {
        _context.Receive(
            SamplePush.New("A", "1", """{"temperature":4,"interval":60}""", Noon.AddMinutes(-2)), SamplePush.New("A", "2", """{"temperature":5,"smoke":1}""", Noon.AddMinutes(-1)),
            SamplePush.New("B <b>", "3", """{"humidity":40,"light":7}""", Noon.AddMinutes(-1)));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    [Fact]
    public void Explore_WithNothingChosen_SaysWhatToDo() => Assert.NotNull(Open("/explore").WaitForElement("[data-testid=explore-nothing]", DashboardFactory.Patience));

    [Fact]
    public async Task Explore_SearchedDeviceAndTickedMetric_StandInTheAddress()
    {
        var page = Open("/explore");
        page.Find("[data-testid=series-search]").Input("A");
        _context.Clock.Advance(TimeSpan.FromSeconds(1));
        await page.WaitForElement("[data-testid=series-device][data-sn=A]", DashboardFactory.Patience).ClickAsync();
        await page.WaitForElement("[data-testid=series-metric][data-metric=temperature]", DashboardFactory.Patience).ClickAsync();

        page.WaitForElement("[data-testid=chosen-series]", DashboardFactory.Patience);
        Assert.EndsWith("/explore?s=A.temperature", _context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal("true", page.Find("[data-metric=temperature][role=checkbox]").GetAttribute("aria-checked"));
    }

    [Fact]
    public void Explore_AsATable_TellsSeriesOfTwoDevicesTogether()
    {
        var page = Open("/explore?s=A.temperature&s=B%2520%253Cb%253E.humidity&view=table");

        page.WaitForElement("[data-testid=history-table]", DashboardFactory.Patience);
        Assert.Equal(["5.0 °C", "40.0 %RH", "4.0 °C"], page.FindAll("[data-testid=history-table] tbody td:nth-child(3)").Select(cell => cell.TextContent), StringComparer.Ordinal);
    }

    [Fact]
    public void Explore_StateAsATable_TellsItsStretches()
    {
        var page = Open("/explore?s=A.smoke&view=table");

        Assert.Contains("smoke", page.WaitForElement("[data-testid=states-table] tbody", DashboardFactory.Patience).TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Explore_WithTwoUnits_RefusesAThirdWithASentence()
    {
        var page = Open("/explore?s=A.temperature&s=B%2520%253Cb%253E.humidity");
        page.WaitForElement("[data-testid=chosen-series]", DashboardFactory.Patience);
        page.Find("[data-testid=series-search]").Input("B");
        _context.Clock.Advance(TimeSpan.FromSeconds(1));
        await page.WaitForElement("[data-testid=series-device]", DashboardFactory.Patience).ClickAsync();

        Assert.Contains("at most 2 units", page.WaitForElement("[data-testid=series-refusal]", DashboardFactory.Patience).TextContent, StringComparison.Ordinal);
        Assert.True(page.Find("[data-testid=series-metric][data-metric=light]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Explore_WithARangeThatCannotBe_SaysSoAndOffersOneThatCan()
    {
        var page = Open("/explore?s=A.temperature&from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z");

        Assert.Contains("ends before it starts", page.WaitForElement("[data-testid=range-fault]", DashboardFactory.Patience).TextContent, StringComparison.Ordinal);
        await page.Find("[data-testid=range-fault] button").ClickAsync();
        page.WaitForElement("[data-testid=history]", DashboardFactory.Patience);
    }

    [Fact]
    public async Task Explore_RemovedSeries_LeavesTheAddress()
    {
        var page = Open("/explore?s=A.temperature&range=7d");
        await page.WaitForElement("[data-testid=remove-series]", DashboardFactory.Patience).ClickAsync();

        page.WaitForElement("[data-testid=explore-nothing]", DashboardFactory.Patience);
        Assert.EndsWith("/explore?range=7d", _context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    private IRenderedComponent<ExplorePage> Open(string address)
    {
        _context.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return _context.Render<ExplorePage>();
    }
}
