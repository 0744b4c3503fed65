using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Export;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Browser.Journeys;

/// <summary>The analyst: the month before of one device, two metrics, and a file whose numbers are those of the chart.</summary>
[Collection(BrowserTests.Name)]
public sealed class AnalystJourneyTests(ChromiumFixture chromium, ITestOutputHelper output) : IAsyncLifetime
{
    private const string Sn = "0117C5A9D0B3F2E8";

    /// <summary>Of the file: SN, name, metric, unit, time, local time, value.</summary>
    private const int MetricColumn = 2;
    private const int TimeColumn = 4;
    private const int ValueColumn = 6;

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly string[] Metrics = ["temperature", "humidity"];

    private readonly DashboardFactory _dashboard = new();
    private readonly Journey _journey = new(output);
    private (DateTimeOffset From, DateTimeOffset To) _month;
    private long _msgId;

    public async ValueTask InitializeAsync()
    {
        var here = TimeZoneInfo.ConvertTime(_dashboard.Now(), Zone);
        var to = new DateTimeOffset(here.Year, here.Month, 1, 0, 0, 0, here.Offset);
        _month = (to.AddMonths(-1), to);

        // One reading on either side of the month, which must not be counted, and two a day within it.
        var hours = (int)(_month.To - _month.From).TotalHours;
        await _dashboard.FoldPushesAsync([
            Push(_month.From.AddMinutes(-1)), .. Enumerable.Range(0, hours / 12).Select(half => Push(_month.From.AddHours((half * 12) + (half % 3)))), Push(_month.To),
        ]);
    }

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task PreviousMonth_OfTwoMetrics_IsTheSameOnTheChartInTheFileAndFromTheApi()
    {
        await using var visitor = await chromium.VisitAsync(_dashboard.Address);
        await _journey.StepAsync("the device, its history", async () =>
        {
            await visitor.GoAsync("/devices/" + Sn);
            await visitor.Page.Locator("[data-testid=device-tab][data-tab=history]").ClickAsync();
            await DrawnAsync(visitor);
        });
        await _journey.StepAsync("the month before", async () =>
        {
            await visitor.Page.Locator("[data-testid=range][data-range=last-month]").ClickAsync();
            await visitor.HasAddressAsync("range=last-month");
            await Assertions.Expect(visitor.Find("chart")).ToHaveAttributeAsync("data-from", Milliseconds(_month.From), new() { Timeout = 20_000 });
            await DrawnAsync(visitor);
        });
        foreach (var metric in Metrics)
        {
            await Assertions.Expect(visitor.Page.Locator($"[data-testid=metric-chip][data-metric={metric}]")).ToHaveAttributeAsync("aria-checked", "true");
        }

        var api = await ApiAsync();
        Assert.Equal(api.Count.ToString(CultureInfo.InvariantCulture), await visitor.Find("chart").GetAttributeAsync("data-points"));
        await _journey.StepAsync("the same in figures", async () =>
        {
            await visitor.Find("table-toggle").ClickAsync();
            await Assertions.Expect(visitor.Find("history-table")).ToHaveAttributeAsync("data-total", api.Count.ToString(CultureInfo.InvariantCulture));
        });
        var table = await visitor.Page.Locator("[data-testid=history-table] tbody tr").EvaluateAllAsync<string[][]>("rows => rows.map(row => [row.dataset.metric, row.dataset.at, row.cells[2].textContent.trim()])");

        await _journey.StepAsync("export: the form is filled in", async () =>
        {
            await visitor.Find("export-history").ClickAsync();
            await Assertions.Expect(visitor.Find("export-sns")).ToHaveValueAsync(Sn);
            await Assertions.Expect(visitor.Find("start-export")).ToBeEnabledAsync();
        });
        var download = default(IDownload);
        await _journey.StepAsync("the file is made and fetched", async () =>
        {
            await visitor.Find("start-export").ClickAsync();
            download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Find("download").ClickAsync());
        });
        var file = await ReadAsync(Assert.IsType<IDownload>(download, exactMatch: false));

        Assert.Equal(api, file);
        Assert.NotEmpty(table);
        Assert.All(table, row => Assert.Equal(Shown(row[0], file[(row[0], row[1])]), row[2]));
        Assert.Empty(visitor.Complaints);
    }

    private static async Task<Dictionary<(string Metric, string At), string>> ReadAsync(IDownload download)
    {
        var found = new Dictionary<(string, string), string>();
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        foreach (var record in CsvRecords.Read(bytes)[1..])
        {
            found.Add((record[MetricColumn], Milliseconds(DateTimeOffset.Parse(record[TimeColumn], CultureInfo.InvariantCulture))), record[ValueColumn]);
        }

        return found;
    }

    /// <summary>What the read API says of the month: the value to the letter by metric and time.</summary>
    private async Task<Dictionary<(string Metric, string At), string>> ApiAsync()
    {
        var found = new Dictionary<(string, string), string>();
        foreach (var metric in Metrics)
        {
            var answer = await _dashboard.ApiAsync($"/api/v1/devices/{Sn}/readings?metric={metric}&from={Text(_month.From)}&to={Text(_month.To.AddMilliseconds(-1))}&maxPoints=1500");
            foreach (var point in answer.GetProperty("points").EnumerateArray())
            {
                found.Add((metric, Milliseconds(point.GetProperty("at").GetDateTimeOffset())), point.GetProperty("value").GetRawText());
            }
        }

        return found;
    }

    private static Task DrawnAsync(Visitor visitor) => Assertions.Expect(visitor.Page.Locator("[data-testid=chart]:not([data-loading])")).ToHaveAttributeAsync("data-ready", "true", new() { Timeout = 20_000 });

    private static string Shown(string metric, string value) =>
        double.Parse(value, CultureInfo.InvariantCulture).ToString("N1", CultureInfo.InvariantCulture) + (metric == "humidity" ? " %RH" : " °C");

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Milliseconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private string Push(DateTimeOffset at)
    {
        var number = ++_msgId;
        return PushBody.Sensor(Sn, number, at, string.Create(CultureInfo.InvariantCulture, $$"""{"interval":43200,"temperature":{{4 + (number % 17 / 10.0):0.0}},"humidity":{{50 + (number % 23)}} }"""));
    }
}
