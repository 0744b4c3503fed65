using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>Going from page to page for a day leaves nothing behind: no map, no chart, no listener, no circuit.</summary>
[Collection(BrowserTests.Name)]
public sealed class LeakTests(ChromiumFixture chromium, PageLooksTests.SmallFleet fleet, ITestOutputHelper output) : IClassFixture<PageLooksTests.SmallFleet>
{
    private const int UsualNavigations = 42;
    private const double MostHeapGrowth = 12e6;

    /// <summary>The pages of one round, by their links; the last is one without maps and charts.</summary>
    private static readonly string[] Round = ["/map", "/devices", "/explore", "/messages", "/tasks", "/", "/connect"];

    [Fact]
    public async Task Navigations_InOneSitting_LeaveNothingBehind()
    {
        await using var visitor = await chromium.VisitAsync(fleet.Dashboard.Address);
        await visitor.GoAsync("/connect");
        var session = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await session.SendAsync("Performance.enable");
        var rounds = (LongRun.Navigations ?? UsualNavigations) / Round.Length;

        await GoRoundAsync(visitor, 2);
        var before = await CountAsync(session);
        await GoRoundAsync(visitor, rounds - 2);
        var after = await CountAsync(session);

        output.WriteLine($"{rounds * Round.Length} navigations: {before} -> {after}");
        Assert.Equal(before.Canvases, after.Canvases);
        Assert.True(after.Listeners <= before.Listeners + 10, $"{before.Listeners} listeners became {after.Listeners}.");
        Assert.True(after.Nodes <= (1.2 * before.Nodes) + 200, $"{before.Nodes} nodes became {after.Nodes}.");
        Assert.True(after.Heap <= before.Heap + MostHeapGrowth, $"{before.Heap / 1e6:0.0} MB became {after.Heap / 1e6:0.0} MB.");
        Assert.Equal(1, await CircuitsAsync());
        Assert.Empty(visitor.Complaints);
    }

    private static async Task GoRoundAsync(Visitor visitor, int rounds)
    {
        for (var i = 0; i < rounds; i++)
        {
            foreach (var path in Round)
            {
                await visitor.Page.Locator($".nav a[href='{path}']").ClickAsync();
                await visitor.Page.Locator($".nav a[href='{path}'].active").WaitForAsync();
                await visitor.Page.Locator("h1").WaitForAsync();
                if (path == "/map")
                {
                    await visitor.Page.Locator("canvas.maplibregl-canvas").WaitForAsync();
                }
            }
        }
    }

    /// <summary>What is alive after a collection, whether it is in the page or not.</summary>
    private static async Task<Counts> CountAsync(ICDPSession session)
    {
        await session.SendAsync("HeapProfiler.enable");
        await session.SendAsync("HeapProfiler.collectGarbage");
        await session.SendAsync("HeapProfiler.collectGarbage");
        var metrics = Assert.NotNull(await session.SendAsync("Performance.getMetrics")).GetProperty("metrics").EnumerateArray()
            .ToDictionary(metric => metric.GetProperty("name").GetString() ?? "", metric => metric.GetProperty("value").GetDouble(), StringComparer.Ordinal);
        var prototype = Assert.NotNull(await session.SendAsync("Runtime.evaluate", Arguments(("expression", "HTMLCanvasElement.prototype"), ("objectGroup", "counts"))));
        var alive = Assert.NotNull(await session.SendAsync("Runtime.queryObjects", Arguments(("prototypeObjectId", prototype.GetProperty("result").GetProperty("objectId").GetString() ?? ""), ("objectGroup", "counts"))));
        var number = Assert.NotNull(await session.SendAsync("Runtime.callFunctionOn", Arguments(
            ("objectId", alive.GetProperty("objects").GetProperty("objectId").GetString() ?? ""), ("functionDeclaration", "function() { return this.length; }"), ("returnByValue", true))));
        await session.SendAsync("Runtime.releaseObjectGroup", Arguments(("objectGroup", "counts")));
        return new(number.GetProperty("result").GetProperty("value").GetInt32(), (int)metrics["JSEventListeners"], (int)metrics["Nodes"], metrics["JSHeapUsedSize"]);
    }

    private static Dictionary<string, object> Arguments(params (string Name, object Value)[] arguments) =>
        arguments.ToDictionary(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal);

    private async Task<int> CircuitsAsync()
    {
        var text = await fleet.Dashboard.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        var line = text.Split('\n').Single(line => line.StartsWith("aspnetcore_components_circuit_active", StringComparison.Ordinal));
        return int.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private sealed record Counts(int Canvases, int Listeners, int Nodes, double Heap);
}
