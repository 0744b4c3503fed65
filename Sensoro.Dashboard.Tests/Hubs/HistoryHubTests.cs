using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Sensoro.Dashboard.Hubs;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Hubs;

/// <summary>What charts and trails ask the hub for: series, states and tracks over a real connection.</summary>
public sealed class HistoryHubTests(DashboardFactory dashboard) : IClassFixture<DashboardFactory>
{
    private readonly DateTimeOffset _now = dashboard.Now();

    [Fact]
    public async Task History_OfADeviceThatIsNotKnown_HasNoSeries()
    {
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);

        Assert.Equal(0, (await browser.StreamAsync("history", Ask("HUB-NOBODY", "temperature", 0, 1, 100))).GetProperty("series").GetArrayLength());
    }

    [Fact]
    public async Task History_WithinTheBudget_IsRawAndBeyondItInBuckets()
    {
        await dashboard.FoldPushesAsync(Enumerable.Range(0, 30).Select(i => PushBody.Sensor("HUB09", i, _now.AddMinutes(-i), $$"""{"temperature":{{i}},"interval":60}""")));
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);
        var (from, to) = (_now.AddMinutes(-40).ToUnixTimeMilliseconds(), _now.ToUnixTimeMilliseconds());

        var raw = Only(await browser.StreamAsync("history", Ask("HUB09", "temperature", from, to, 30)));
        var bucketed = Only(await browser.StreamAsync("history", Ask("HUB09", "temperature", from, to, 10)));

        Assert.Equal((0L, 30, "°C"), (raw.GetProperty("resolutionMs").GetInt64(), raw.GetProperty("points").GetArrayLength(), raw.GetProperty("unit").GetString()));
        Assert.Equal(("HUB09", "temperature", 60.0), (raw.GetProperty("sn").GetString(), raw.GetProperty("metric").GetString(), raw.GetProperty("interval").GetDouble()));
        Assert.Equal([(double)_now.AddMinutes(-29).ToUnixTimeMilliseconds(), 29], raw.GetProperty("points")[0].EnumerateArray().Select(part => part.GetDouble()));
        Assert.Equal(300_000, bucketed.GetProperty("resolutionMs").GetInt64());
        Assert.InRange(bucketed.GetProperty("points").GetArrayLength(), 2, 10);
        Assert.All(bucketed.GetProperty("points").EnumerateArray(), point => Assert.InRange(point[2].GetDouble(), point[1].GetDouble(), point[3].GetDouble()));
    }

    [Fact]
    public async Task History_ReadingsThatCameLate_AreMarked()
    {
        await dashboard.FoldPushesAsync(PushBody.Sensor("HUB10", 1, _now, """{"temperature":2,"interval":60}"""), PushBody.Sensor("HUB10", 2, _now.AddHours(-3), """{"temperature":1}"""));
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);

        var series = Only(await browser.StreamAsync("history", Ask("HUB10", "temperature", _now.AddHours(-4).ToUnixTimeMilliseconds(), _now.ToUnixTimeMilliseconds(), 100)));

        var late = Assert.Single(series.GetProperty("late").EnumerateArray());
        Assert.Equal(_now.AddHours(-3).ToUnixTimeMilliseconds(), late[0].GetDouble());
        Assert.InRange(late[1].GetDouble(), 10_800, 10_900);
    }

    [Fact]
    public async Task History_OfSeveralDevices_ComesInTheOrderOfTheQuestion()
    {
        await dashboard.FoldPushesAsync(PushBody.Sensor("HUB11A", 1, _now, """{"temperature":1}"""), PushBody.Sensor("HUB11B", 2, _now, """{"humidity":2}"""));
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);
        var keys = new[] { new { sn = "HUB11B", metric = "humidity" }, new { sn = "HUB11A", metric = "temperature" } };

        var answer = await browser.StreamAsync("history", new { keys, from = _now.AddHours(-1).ToUnixTimeMilliseconds(), to = _now.ToUnixTimeMilliseconds(), points = 100 });

        Assert.Equal(["HUB11B", "HUB11A"], answer.GetProperty("series").EnumerateArray().Select(one => one.GetProperty("sn").GetString()), StringComparer.Ordinal);
    }

    [Fact]
    public async Task States_OfAnAlarm_AreStretchesOfTime()
    {
        await dashboard.FoldPushesAsync(
            PushBody.Sensor("HUB12", 1, _now.AddMinutes(-3), """{"smoke":0,"interval":60}"""),
            PushBody.Sensor("HUB12", 2, _now.AddMinutes(-2), """{"smoke":1}"""),
            PushBody.Sensor("HUB12", 3, _now.AddMinutes(-1), """{"smoke":0}"""));
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);

        var series = Only(await browser.StreamAsync("states", Ask("HUB12", "smoke", _now.AddMinutes(-10).ToUnixTimeMilliseconds(), _now.ToUnixTimeMilliseconds(), 100)));

        Assert.Equal(60, series.GetProperty("interval").GetDouble());
        Assert.Equal([0.0, 1, 0], series.GetProperty("intervals").EnumerateArray().Select(one => one[2].GetDouble()));
        Assert.Equal(_now.AddMinutes(-2).ToUnixTimeMilliseconds(), series.GetProperty("intervals")[1][0].GetDouble());
        Assert.Equal(_now.AddMinutes(-1).ToUnixTimeMilliseconds(), series.GetProperty("intervals")[1][1].GetDouble());
    }

    [Fact]
    public async Task Track_OfAMovingDevice_IsItsPlacesWithGapsMarked()
    {
        await dashboard.FoldPushesAsync(
            PushBody.Sensor("HUB13", 1, _now.AddMinutes(-40), """{"lonlat":[116.40,39.90],"interval":60}"""),
            PushBody.Sensor("HUB13", 2, _now.AddMinutes(-39), """{"lonlat":[116.41,39.90]}"""),
            PushBody.Sensor("HUB13", 3, _now.AddMinutes(-20), """{"lonlat":[]}"""),
            PushBody.Sensor("HUB13", 4, _now.AddMinutes(-1), """{"lonlat":[116.50,39.95]}"""));
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);

        var answer = await browser.StreamAsync("track", TrackOf("HUB13", _now.AddHours(-1).ToUnixTimeMilliseconds(), _now.ToUnixTimeMilliseconds(), 100));

        var points = answer.GetProperty("points").EnumerateArray().Select(point => point.EnumerateArray().Select(part => part.GetDouble()).ToArray()).ToArray();
        Assert.Equal([_now.AddMinutes(-40), _now.AddMinutes(-39), _now.AddMinutes(-1)], points.Select(point => DateTimeOffset.FromUnixTimeMilliseconds((long)point[0])));
        Assert.Equal([0.0, 0, 1], points.Select(point => point[3]));
        var first = CoordinateTransform.ToWgs84(new GeoPoint(116.40, 39.90), CoordinateSystem.Gcj02);
        Assert.Equal((first.Longitude, first.Latitude), (points[0][1], points[0][2]));
        Assert.True(answer.GetProperty("cursor").GetInt64() > 0);
    }

    [Fact]
    public async Task Track_BeyondItsBounds_IsWithinThem()
    {
        await dashboard.FoldPushesAsync(Enumerable.Range(1, 12).Select(i => PushBody.Sensor("HUB14", i, _now.AddMinutes(-i), $$"""{"lonlat":[{{116 + (i * i / 1000.0)}},39.9],"interval":60}""")));
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);
        var from = _now.AddHours(-1).ToUnixTimeMilliseconds();

        Assert.Equal(6, Points(await browser.StreamAsync("track", TrackOf("HUB14", from, _now.ToUnixTimeMilliseconds(), 1))));
        Assert.Equal(12, Points(await browser.StreamAsync("track", TrackOf("HUB14", from, _now.ToUnixTimeMilliseconds(), int.MaxValue))));
        Assert.Equal(0, Points(await browser.StreamAsync("track", TrackOf("HUB-NOBODY", from, _now.ToUnixTimeMilliseconds(), 100))));

        static int Points(JsonElement answer) => answer.GetProperty("points").GetArrayLength();
    }

    [Theory]
    [InlineData("", 0, 1)]
    [InlineData("HUB", 5, 5)]
    [InlineData("HUB", -1, 5)]
    [InlineData("HUB", 0, 1_000_000_000_000)]
    public async Task Track_OfAWrongQuestion_SaysWhatIsWrong(string sn, long from, long to)
    {
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);

        var error = await Assert.ThrowsAsync<HubException>(() => browser.StreamAsync("track", TrackOf(sn, from, to, 100)));

        Assert.Contains("must", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, 5, null, null)]
    [InlineData(-1, 5, null, null)]
    [InlineData(5, 4, null, null)]
    [InlineData(4_000_000_000_000, 4_000_000_000_001, null, null)]
    [InlineData(0, 1_000_000_000_000, null, null)]
    [InlineData(0, 5, "PT0.5S", null)]
    [InlineData(0, 5, "day", "../etc/passwd")]
    public async Task History_OfAWrongQuestion_SaysWhatIsWrong(long from, long to, string? resolution, string? zone)
    {
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);
        var keys = new[] { new { sn = "HUB", metric = "temperature" } };

        var error = await Assert.ThrowsAsync<HubException>(() => browser.StreamAsync("history", new { keys, from, to, points = 10, resolution, zone }));

        Assert.Contains("must", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_OfMoreSeriesThanAChartShows_IsRefused()
    {
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);
        var keys = Enumerable.Range(0, 13).Select(i => new { sn = "HUB", metric = "m" + i }).ToArray();

        await Assert.ThrowsAsync<HubException>(() => browser.StreamAsync("history", new { keys, from = 0, to = 5, points = 10 }));
    }

    private static object Ask(string sn, string metric, long from, long to, int points) => new { keys = new[] { new { sn, metric } }, from, to, points };

    private static object TrackOf(string sn, long from, long to, int points) => new { sn, from, to, points };

    private static JsonElement Only(JsonElement answer) => Assert.Single(answer.GetProperty("series").EnumerateArray());
}
