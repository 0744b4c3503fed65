using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Browser;

/// <summary>However often the link is cut while pushes pour in, in the end the page shows what the database holds.</summary>
[Collection(BrowserTests.Name)]
public sealed class ConvergenceTests(ChromiumFixture chromium, ITestOutputHelper output) : IAsyncDisposable
{
    private const int FewCuts = 5;

    /// <summary>In pushes, of which there are fifty a second: 0.1 s, and 3 s or a minute.</summary>
    private const int ShortestCut = SteadyLoad.PerSecond / 10;
    private const int LongestCut = 3 * SteadyLoad.PerSecond;
    private const int LongestCutOfALongRun = 60 * SteadyLoad.PerSecond;

    /// <summary>Between two cuts: from less than a page needs to come back to more than that.</summary>
    private const int ShortestRest = SteadyLoad.PerSecond / 5;
    private const int LongestRest = 4 * SteadyLoad.PerSecond;

    /// <summary>All rows are in view.</summary>
    private static readonly VisitorOptions TallScreen = new() { Height = 2_600 };

    private const string Rows = """
        () => [...document.querySelectorAll('tr:has([data-testid=device-row])')].map(row => [
            row.querySelector('[data-testid=device-row]').dataset.sn,
            row.querySelector('[data-testid=device-status]').dataset.status,
            row.querySelector('.c-values').textContent.replace(/\s+/g, ' ').trim(),
            row.querySelector('.c-battery').textContent.trim(),
            row.querySelector('.c-last time').dataset.age,
        ].join('|'))
        """;

    private const string ShowsRows = $"expected => JSON.stringify(({Rows})()) === JSON.stringify(expected)";

    private readonly DashboardFactory _dashboard = new();

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task Devices_CutOffAgainAndAgainUnderLoad_ShowWhatTheDatabaseHolds()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        await using var load = new SteadyLoad(_dashboard, new Random(seed + 1));
        await load.SeedAsync();
        await using var link = new CuttableLink(_dashboard.Address);
        await using var visitor = await chromium.VisitAsync(link.Address, TallScreen);
        var loads = 0;
        visitor.Page.Load += (_, _) => loads++;
        await visitor.GoAsync("/devices");
        await visitor.DeviceRow(SteadyLoad.SnOf(0)).WaitForAsync();

        load.Start();
        await CutAsync(link, load, random);
        await load.StopAsync();

        var begun = Stopwatch.GetTimestamp();
        await ConvergesAsync(visitor);
        output.WriteLine($"{LongRun.Cuts ?? FewCuts} cuts, {load.Acknowledged} pushes, the page was loaded {loads} times; it showed what the database holds {Stopwatch.GetElapsedTime(begun).TotalMilliseconds:0} ms after the last push.");
        await StaysLiveAsync(visitor);
    }

    private static async Task CutAsync(CuttableLink link, SteadyLoad load, Random random)
    {
        var longest = LongRun.Cuts is null ? LongestCut : LongestCutOfALongRun;
        for (var cut = 0; cut < (LongRun.Cuts ?? FewCuts); cut++)
        {
            await load.PassAsync(Between(ShortestRest, LongestRest, random));
            link.Cut();
            await load.PassAsync(Between(ShortestCut, longest, random));
            link.Mend();
        }
    }

    /// <summary>As many short ones as long ones: each order of magnitude has its share.</summary>
    private static int Between(int least, int most, Random random) => (int)(least * Math.Pow((double)most / least, random.NextDouble()));

    /// <summary>The page shows the rows of the database, in its order, and its counts.</summary>
    private async Task ConvergesAsync(Visitor visitor)
    {
        var expected = Expected();
        try
        {
            await visitor.Page.WaitForFunctionAsync(ShowsRows, expected, new() { Timeout = 30_000 });
        }
        catch (TimeoutException)
        {
            output.WriteLine($"The page at {visitor.Page.Url} says: {await visitor.Page.Locator("main").InnerTextAsync()}");
            output.WriteLine(string.Join('\n', _dashboard.Logs.GetSnapshot().Where(static record => record.Level >= LogLevel.Warning && record.Exception is not null).TakeLast(6).Select(static record => $"{record.Category} {record.Message} {record.Exception}")));
            Assert.Equal(expected, await visitor.Page.EvaluateAsync<string[]>(Rows));
        }

        var alarms = expected.Count(static row => row.Contains("|alarm|", StringComparison.Ordinal));
        string[] counted = alarms == 0 ? [] : [alarms.ToString(CultureInfo.InvariantCulture)];
        await Assertions.Expect(visitor.Find("devices-count")).ToContainTextAsync($"{expected.Length} devices");
        await Assertions.Expect(visitor.Find("view-NeedsSomeone")).ToHaveTextAsync(string.Create(CultureInfo.InvariantCulture, $"Needs someone {alarms}"));
        await Assertions.Expect(visitor.Page.Locator(".nav a[href='/devices'] .n")).ToHaveTextAsync(counted);
        await visitor.WaitUntilInteractiveAsync();
    }

    /// <summary>What has come back goes on.</summary>
    private async Task StaysLiveAsync(Visitor visitor)
    {
        await _dashboard.StorePushesAsync(PushBody.Sensor(SteadyLoad.SnOf(0), 1_000_000_000, _dashboard.Now(), """{"battery":50,"interval":600,"temperature":77.7,"smoke":0}"""));
        await Assertions.Expect(visitor.DeviceRow(SteadyLoad.SnOf(0))).ToContainTextAsync("77.7 °C");
    }

    /// <summary>The rows in words, read by SQL alone.</summary>
    private string[] Expected() =>
    [
        .. SqliteReading.Rows(Path.Combine(_dashboard.DataDirectory, "sensoro.db"), """
            SELECT d.sn, d.severity, t.value, s.active, d.battery, d.last_heard_at
            FROM devices d
            JOIN latest_values t ON t.device_id = d.id JOIN metrics mt ON mt.id = t.metric_id AND mt.key = 'temperature'
            JOIN latest_values s ON s.device_id = d.id JOIN metrics ms ON ms.id = s.metric_id AND ms.key = 'smoke'
            ORDER BY d.severity DESC, d.sn
            """).Select(InWords),
    ];

    private static string InWords(string row)
    {
        var parts = row.Split('|');
        var temperature = double.Parse(parts[2], CultureInfo.InvariantCulture).ToString("0.0", CultureInfo.InvariantCulture);
        return string.Join('|', parts[0], parts[1] == "2" ? "alarm" : "normal", $"{(parts[3] == "1" ? "smoke" : "no smoke")} · {temperature} °C", parts[4] + " %", parts[5]);
    }
}
