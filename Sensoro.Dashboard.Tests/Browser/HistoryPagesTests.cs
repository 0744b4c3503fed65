using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml;
using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>The analyst's month: one device, one reading a minute, looked at in a real browser.</summary>
[Collection(BrowserTests.Name)]
public sealed class HistoryPagesTests(ChromiumFixture chromium, HistoryPagesTests.Month month) : IClassFixture<HistoryPagesTests.Month>
{
    private const string Chart = "[data-testid=chart]";

    [Fact]
    public async Task Month_OfOneReadingAMinute_OpensZoomsStepsAndCompares()
    {
        await using var visitor = await chromium.VisitAsync(month.Dashboard.Address);
        await visitor.GoAsync($"/devices/{Month.Sn}?tab=history&range=30d");
        await DrawnAsync(visitor);
        Assert.InRange(await NumberAsync(visitor, "most-points"), 100, 1_500);
        Assert.True(await NumberAsync(visitor, "resolution") > 0);

        // Drag over the middle third.
        var (from, to) = await WindowAsync(visitor);
        await DragAsync(visitor, 0.4, 0.6);
        await visitor.HasAddressAsync("[?&]from=");
        await ShowsOtherAsync(visitor, from);
        var zoomed = await WindowAsync(visitor);
        Assert.InRange(zoomed.To - zoomed.From, (to - from) * 0.15, (to - from) * 0.25);

        await visitor.Find("range-earlier").ClickAsync();
        await ShowsOtherAsync(visitor, zoomed.From);
        Assert.Equal(zoomed.From, (await WindowAsync(visitor)).To);
        await visitor.Find("range-later").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(Chart)).ToHaveAttributeAsync("data-from", Text(zoomed.From));

        await visitor.Find("compare").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(Chart)).Not.ToHaveAttributeAsync("data-compared", "0");

        // Double-click shows twice as much.
        await visitor.Page.Locator(".chart-stage").DblClickAsync();
        await ShowsOtherAsync(visitor, zoomed.From);
        var wider = await WindowAsync(visitor);
        Assert.InRange((wider.To - wider.From) / (zoomed.To - zoomed.From), 1.9, 2.1);
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Zoom_IntoAMonth_LeadsBackWithADoubleClick()
    {
        await using var visitor = await chromium.VisitAsync(month.Dashboard.Address);
        await visitor.GoAsync($"/devices/{Month.Sn}?tab=history&range=30d");
        await DrawnAsync(visitor);
        var (from, _) = await WindowAsync(visitor);

        await DragAsync(visitor, 0.2, 0.4);
        await visitor.HasAddressAsync("[?&]from=");
        await ShowsOtherAsync(visitor, from);
        await visitor.Page.Locator(".chart-stage").DblClickAsync();

        await visitor.HasAddressAsync("^(?!.*from=).*range=30d");
        await Assertions.Expect(visitor.Page.Locator("[data-testid=range][data-range='30d']")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task Table_OfAMonth_TellsWhatTheApiTellsAndTheChartDraws()
    {
        var (from, to) = (Text(month.End.AddDays(-30)), Text(month.End));
        await using var visitor = await chromium.VisitAsync(month.Dashboard.Address);
        await visitor.GoAsync($"/devices/{Month.Sn}?tab=history&m=temperature&from={from}&to={to}");
        await DrawnAsync(visitor);
        var width = XmlConvert.ToString(TimeSpan.FromMilliseconds(await NumberAsync(visitor, "resolution")));
        var drawn = await NumberAsync(visitor, "points");
        var api = (await month.Dashboard.ApiAsync($"/api/v1/devices/{Month.Sn}/readings?metric=temperature&from={from}&to={to}&resolution={width}")).GetProperty("points");
        Assert.Equal(drawn, api.GetArrayLength());

        await visitor.Find("table-toggle").ClickAsync();
        var rows = visitor.Page.Locator("[data-testid=history-table] tbody tr");
        await rows.First.WaitForAsync();
        Assert.Equal(Text(drawn), await visitor.Find("history-table").GetAttributeAsync("data-total"));
        var shown = await rows.EvaluateAllAsync<string[][]>("rows => rows.map(row => [row.dataset.at, ...[...row.cells].slice(1).map(cell => cell.textContent.trim())])");

        Assert.Equal(api.EnumerateArray().Reverse().Take(shown.Length).Select(Row), shown.Select(static row => string.Join('|', row)), StringComparer.Ordinal);

        // The summary counts every reading of the month, not the points of the picture.
        await Assertions.Expect(visitor.Page.Locator("[data-testid=history-summary] tr[data-metric=temperature] td.count")).ToHaveTextAsync(Month.Minutes.ToString("N0", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Explore_AlarmOverAMonth_HasItsBarOnTheSameAxis()
    {
        await using var visitor = await chromium.VisitAsync(month.Dashboard.Address);
        await visitor.GoAsync($"/explore?s={Month.Sn}.temperature&s={Month.Sn}.smoke&range=30d");
        await DrawnAsync(visitor);

        await Assertions.Expect(visitor.Page.Locator(".state-row .state-bar.alarm").First).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator(".state-row .sum")).ToContainTextAsync("×");
        var (plot, bars) = (await visitor.Page.Locator(".apexcharts-grid").First.BoundingBoxAsync(), await visitor.Page.Locator(".state-track").First.BoundingBoxAsync());
        Assert.NotNull(plot);
        Assert.NotNull(bars);
        Assert.InRange(bars.X, plot.X - 12, plot.X + 12);
        Assert.Empty(visitor.Complaints);
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Row(JsonElement point) => string.Join(
        '|',
        point.GetProperty("at").GetDateTimeOffset().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        Figure(point, "avg"), Figure(point, "min"), Figure(point, "max"), point.GetProperty("count").GetInt32().ToString("N0", CultureInfo.InvariantCulture));

    private static string Figure(JsonElement point, string name) =>
        Math.Round(point.GetProperty(name).GetDouble(), 1, MidpointRounding.AwayFromZero).ToString("N1", CultureInfo.InvariantCulture).Replace('-', '\u2212') + " °C";

    private static Task DrawnAsync(Visitor visitor) => Assertions.Expect(visitor.Page.Locator(Chart + ":not([data-loading])")).ToHaveAttributeAsync("data-ready", "true", new() { Timeout = 20_000 });

    private static Task ShowsOtherAsync(Visitor visitor, double from) =>
        Assertions.Expect(visitor.Page.Locator(Chart + ":not([data-loading])")).Not.ToHaveAttributeAsync("data-from", Text(from), new() { Timeout = 15_000 });

    private static async Task<double> NumberAsync(Visitor visitor, string name) =>
        double.Parse(await visitor.Page.Locator(Chart).GetAttributeAsync("data-" + name) ?? "", CultureInfo.InvariantCulture);

    private static async Task<(double From, double To)> WindowAsync(Visitor visitor) => (await NumberAsync(visitor, "from"), await NumberAsync(visitor, "to"));

    private static async Task DragAsync(Visitor visitor, double from, double to)
    {
        var box = await visitor.Page.Locator(".chart-plot").BoundingBoxAsync();
        Assert.NotNull(box);
        var y = box.Y + (box.Height / 2);
        await visitor.Page.Mouse.MoveAsync((float)(box.X + (box.Width * from)), y);
        await visitor.Page.Mouse.DownAsync();
        await visitor.Page.Mouse.MoveAsync((float)(box.X + (box.Width * to)), y, new() { Steps = 5 });
        await visitor.Page.Mouse.UpAsync();
    }

    /// <summary>Thirty days of one device, pushed through the real address; smoke for ten minutes in the middle.</summary>
    public sealed class Month : IAsyncLifetime
    {
        public const string Sn = "0117C5A9D0EE0030";
        public const int Minutes = 30 * 24 * 60;
        private const int AtOnce = 32;

        public DashboardFactory Dashboard { get; } = new();

        /// <summary>The last minute that is there.</summary>
        public DateTimeOffset End { get; private set; }

        public async ValueTask InitializeAsync()
        {
            var now = Dashboard.Now();
            End = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero);

            // The address is asked for once before many ask at the same time.
            _ = Dashboard.Client;
            await Parallel.ForEachAsync(Enumerable.Range(1, Minutes), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken }, PushAsync);
            await Dashboard.WaitForFoldedAsync();
        }

        public ValueTask DisposeAsync() => Dashboard.DisposeAsync();

        private async ValueTask PushAsync(int minute, CancellationToken cancellationToken)
        {
            var at = End.AddMinutes(minute - Minutes);
            var degrees = 4 + (3 * Math.Sin(minute / 1_440.0 * Math.Tau));
            var isSmoke = minute is > 20_000 and <= 20_010;
            var body = PushBody.Sensor(Sn, minute, at, string.Create(CultureInfo.InvariantCulture, $$"""{"interval":60,"temperature":{{degrees:0.0}},"humidity":{{60 + (minute % 7)}},"smoke":{{(isSmoke ? 1 : 0)}} }"""));
            using var answer = await Dashboard.SendSignedPushAsync(body);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }
}
