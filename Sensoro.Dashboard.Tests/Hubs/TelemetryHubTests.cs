using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Sensoro.Dashboard.Hubs;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Hubs;

/// <summary>The hub over a real connection: join, then load, then merge.</summary>
public sealed class TelemetryHubTests(DashboardFactory dashboard) : IClassFixture<DashboardFactory>
{
    private const string Fleet = nameof(ITelemetryClient.DevicesChanged);
    private const string Device = nameof(ITelemetryClient.DeviceChanged);
    private const string Messages = nameof(ITelemetryClient.MessagesArrived);

    private readonly DateTimeOffset _now = dashboard.Now();

    [Fact]
    public async Task JoinFleet_ThenAPush_BringsTheDeviceAsTheMapDrawsIt()
    {
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);
        await browser.TellAsync("joinFleet");

        await dashboard.StorePushesAsync(PushBody.Sensor("HUB01", 1, _now, """{"battery":88,"interval":600,"lonlat":[116.397,39.908],"leak":true}"""));
        var news = (await browser.UntilAsync(Fleet, dashboard.Log.LastId))[^1];

        var device = Find(news.GetProperty("devices"), "HUB01");
        Assert.Equal(("alarm", "leak", 88.0), (device.GetProperty("status").GetString(), device.GetProperty("headline").GetString(), device.GetProperty("battery").GetDouble()));
        Assert.Equal((_now.ToUnixTimeMilliseconds(), dashboard.Log.LastId), (device.GetProperty("lastAt").GetInt64(), device.GetProperty("messageId").GetInt64()));
        Assert.Equal((900_000L, 1_800_000L), (Gap(device, "lateAt"), Gap(device, "lostAt")));

        // The device reports in GCJ-02; the base map is WGS-84, some hundred metres to the south-west here.
        Assert.InRange(116.397 - device.GetProperty("lon").GetDouble(), 0.004, 0.008);
        Assert.InRange(39.908 - device.GetProperty("lat").GetDouble(), 0.0005, 0.003);
    }

    [Fact]
    public async Task JoinDevice_ThenAPush_BringsValuesAndReadings()
    {
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);
        await browser.TellAsync("joinDevice", "HUB02");

        await dashboard.StorePushesAsync(PushBody.Sensor("HUB02", 1, _now, """{"temperature":21.5,"customer":"0aff","interval":300}"""));
        var news = await browser.NextAsync(Device);

        var view = news.GetProperty("device");
        Assert.Equal(300, view.GetProperty("interval").GetDouble());
        Assert.Equal(["customer", "interval", "temperature"], view.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("metric").GetString() ?? "").Order(StringComparer.Ordinal), StringComparer.Ordinal);
        var temperature = view.GetProperty("values").EnumerateArray().Single(value => value.GetProperty("metric").GetString() == "temperature");
        Assert.Equal(("number", 21.5, "°C"), (temperature.GetProperty("kind").GetString(), temperature.GetProperty("value").GetDouble(), temperature.GetProperty("unit").GetString()));

        // Text is a value, but nothing a chart could draw.
        Assert.Equal(["interval", "temperature"], news.GetProperty("readings").EnumerateArray().Select(reading => reading.GetProperty("metric").GetString() ?? "").Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task JoinMessages_ThenPushes_BringsTheirLinesInOrder()
    {
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);
        var before = dashboard.Log.LastId;
        await browser.TellAsync("joinMessages");

        await dashboard.StorePushesAsync(
            PushBody.Sensor("HUB03", 1, _now, """{"temperature":1}"""),
            PushBody.Safe(PushService.North, "HUB03", 2, _now, """{"temperature":2}"""),
            PushBody.Task("303", 3, _now));

        // News of just before the join may still be on their way: the client drops what it has.
        var lines = (await browser.UntilAsync(Messages, before + 3)).SelectMany(news => news.GetProperty("messages").EnumerateArray())
            .Where(line => line.GetProperty("id").GetInt64() > before).ToList();

        Assert.Equal([before + 1, before + 2, before + 3], lines.Select(line => line.GetProperty("id").GetInt64()));
        Assert.Equal(["sensor", "sensor", "task"], lines.Select(line => line.GetProperty("kind").GetString()), StringComparer.Ordinal);
        Assert.Equal([false, true, false], lines.Select(line => line.GetProperty("encrypted").GetBoolean()));
        Assert.Equal("303", lines[2].GetProperty("taskId").GetString());
    }

    [Fact]
    public async Task Leave_OfEveryTopic_StopsItsNews()
    {
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);
        await using var fence = await TelemetryListener.ConnectAsync(dashboard);
        foreach (var listener in new[] { browser, fence })
        {
            await listener.TellAsync("joinFleet");
            await listener.TellAsync("joinDevice", "HUB04");
            await listener.TellAsync("joinMessages");
        }

        await browser.TellAsync("leaveFleet");
        await browser.TellAsync("leaveDevice", "HUB04");
        await browser.TellAsync("leaveMessages");

        // Earlier pushes may have been told while it still listened.
        browser.Forget();
        await dashboard.StorePushesAsync(PushBody.Sensor("HUB04", 1, _now, """{"temperature":1}"""));

        // Messages are sent last, and a call that is answered comes behind everything sent before it.
        await fence.UntilAsync(Messages, dashboard.Log.LastId);
        await browser.AskAsync("messagesSince", dashboard.Log.LastId);
        Assert.True(fence.HasHeard(Fleet) && fence.HasHeard(Device));
        Assert.False(browser.HasHeard(Fleet) || browser.HasHeard(Device) || browser.HasHeard(Messages));
    }

    [Fact]
    public async Task FleetSnapshot_OfAllDevices_HasItsCursorAndCountsThoseWithoutPosition()
    {
        await dashboard.FoldPushesAsync(
            PushBody.Sensor("HUB05A", 1, _now, """{"lonlat":[121.47,31.23]}"""),
            PushBody.Sensor("HUB05B", 2, _now, """{"lonlat":[]}"""));
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);

        var snapshot = await browser.AskAsync("fleetSnapshot");

        var devices = snapshot.GetProperty("devices");
        Assert.Equal(dashboard.Log.LastId, snapshot.GetProperty("cursor").GetInt64());
        Assert.Equal(devices.EnumerateArray().Count(device => device.GetProperty("lon").ValueKind == JsonValueKind.Null), snapshot.GetProperty("withoutPosition").GetInt32());
        Assert.Equal(JsonValueKind.Number, Find(devices, "HUB05A").GetProperty("lon").ValueKind);
        Assert.Equal(JsonValueKind.Null, Find(devices, "HUB05B").GetProperty("lat").ValueKind);
        Assert.False(snapshot.GetProperty("reset").GetBoolean());
    }

    [Fact]
    public async Task FleetSince_ACursor_HasOnlyWhatChangedBehindIt()
    {
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);
        await dashboard.FoldPushesAsync(PushBody.Sensor("HUB06A", 1, _now, """{"temperature":1}"""), PushBody.Sensor("HUB06B", 1, _now, """{"temperature":1}"""));
        var cursor = (await browser.AskAsync("fleetSnapshot")).GetProperty("cursor").GetInt64();

        await dashboard.FoldPushesAsync(PushBody.Sensor("HUB06B", 2, _now, """{"temperature":2}"""), PushBody.Sensor("HUB06C", 1, _now, """{"temperature":1}"""));
        var missed = await browser.AskAsync("fleetSince", cursor);
        var nothing = await browser.AskAsync("fleetSince", missed.GetProperty("cursor").GetInt64());

        Assert.Equal(["HUB06B", "HUB06C"], missed.GetProperty("devices").EnumerateArray().Select(device => device.GetProperty("sn").GetString()), StringComparer.Ordinal);
        Assert.Equal((cursor + 2, false), (missed.GetProperty("cursor").GetInt64(), missed.GetProperty("reset").GetBoolean()));
        Assert.Equal((0, cursor + 2), (nothing.GetProperty("devices").GetArrayLength(), nothing.GetProperty("cursor").GetInt64()));
    }

    [Fact]
    public async Task DeviceSince_ACursor_HasTheReadingsThatWereMissed()
    {
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);
        await dashboard.FoldPushesAsync(PushBody.Sensor("HUB07", 1, _now, """{"temperature":1}"""));
        var cursor = dashboard.Log.LastId;

        await dashboard.FoldPushesAsync(
            PushBody.Sensor("HUB07", 2, _now.AddSeconds(1), """{"temperature":2,"acceleration":{"x":1,"y":2,"z":3}}"""),
            PushBody.Safe(PushService.North, "HUB07", 3, _now.AddSeconds(-9), """{"temperature":3,"customer":"00"}"""),
            PushBody.Sensor("HUB07B", 1, _now, """{"temperature":9}"""));
        var missed = await browser.AskAsync("deviceSince", "HUB07", cursor);

        var points = missed.GetProperty("readings").EnumerateArray()
            .Where(reading => reading.GetProperty("metric").GetString() == "temperature")
            .Select(reading => (reading.GetProperty("at").GetInt64(), reading.GetProperty("value").GetDouble()));
        Assert.Equal([(_now.AddSeconds(1).ToUnixTimeMilliseconds(), 2.0), (_now.AddSeconds(-9).ToUnixTimeMilliseconds(), 3.0)], points);
        Assert.Equal((cursor + 2, false), (missed.GetProperty("cursor").GetInt64(), missed.GetProperty("reset").GetBoolean()));
        Assert.Equal("HUB07", missed.GetProperty("device").GetProperty("sn").GetString());
    }

    [Fact]
    public async Task MessagesSince_ACursor_HasTheLinesThatWereMissed()
    {
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);
        await dashboard.StorePushesAsync(PushBody.Sensor("HUB08", 1, _now, """{"temperature":1}"""));
        var cursor = dashboard.Log.LastId;

        await dashboard.StorePushesAsync(PushBody.Sensor("HUB08", 2, _now, """{"temperature":2}"""), PushBody.Sensor("HUB08", 3, _now, """{"temperature":3}"""));
        var missed = await browser.AskAsync("messagesSince", cursor);

        Assert.Equal([cursor + 1, cursor + 2], missed.GetProperty("messages").EnumerateArray().Select(line => line.GetProperty("id").GetInt64()));
        Assert.Equal(cursor + 2, missed.GetProperty("cursor").GetInt64());
    }

    [Fact]
    public async Task Device_ThatIsNotKnown_IsNull()
    {
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);

        Assert.Equal(JsonValueKind.Null, (await browser.AskAsync("device", "HUB-NOBODY")).ValueKind);
        Assert.Equal(JsonValueKind.Null, (await browser.AskAsync("deviceSince", "HUB-NOBODY", 0)).GetProperty("device").ValueKind);
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

    [Fact]
    public async Task FleetPart_OfAFleetThatFits_IsTheWhole()
    {
        await dashboard.FoldPushesAsync(PushBody.Sensor("HUB15", 1, _now, """{"temperature":1}"""));
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);

        var part = await browser.AskAsync("fleetPart", new { status = "alarm", type = "no such type" });

        Assert.False(part.GetProperty("isPart").GetBoolean());
        Assert.Equal("normal", Find(part.GetProperty("devices"), "HUB15").GetProperty("status").GetString());
        await Assert.ThrowsAsync<HubException>(() => browser.AskAsync("fleetPart", new { status = "no such state" }));
    }

    [Theory]
    [InlineData(0.003, 1)]
    [InlineData(0, 1)]
    [InlineData(0.002, 9)]
    public async Task FleetCell_OfNoSquare_SaysWhatIsWrong(double step, int datum)
    {
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);

        var error = await Assert.ThrowsAsync<HubException>(() => browser.AskAsync("fleetCell", new { step, datum, x = 1, y = 1 }));

        Assert.Contains("must", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FleetCell_OfASquare_NamesItsDevices()
    {
        await dashboard.FoldPushesAsync(PushBody.Sensor("HUB16", 1, _now, """{"temperature":1,"lonlat":[45.001,5.001]}"""));
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);

        var members = await browser.AskAsync("fleetCell", new { step = 0.01, datum = 1, x = 22_500, y = 9_500 });

        Assert.Equal("HUB16", Assert.Single(members.EnumerateArray()).GetProperty("sn").GetString());
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

    [Theory]
    [InlineData("joinDevice", "")]
    [InlineData("device", "")]
    [InlineData("deviceSince", "", 0)]
    public async Task Call_WithAWrongArgument_SaysWhatIsWrong(string method, params object?[] arguments)
    {
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);

        var error = await Assert.ThrowsAsync<HubException>(() => browser.AskAsync(method, arguments));

        Assert.Contains("must", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Join_OfMoreTopicsThanAPageCanShow_IsRefused()
    {
        await using var browser = await TelemetryListener.ConnectAsync(dashboard);
        for (var i = 0; i < 50; i++)
        {
            await browser.TellAsync("joinDevice", $"HUB-MANY-{i}");
        }

        await Assert.ThrowsAsync<HubException>(() => browser.TellAsync("joinFleet"));
        await browser.TellAsync("leaveDevice", "HUB-MANY-0");
        await browser.TellAsync("joinFleet");

        Assert.Equal(JsonValueKind.Object, (await browser.AskAsync("fleetSnapshot")).ValueKind);
    }

    private long Gap(JsonElement device, string name) => device.GetProperty(name).GetInt64() - _now.ToUnixTimeMilliseconds();

    private static object Ask(string sn, string metric, long from, long to, int points) => new { keys = new[] { new { sn, metric } }, from, to, points };

    private static object TrackOf(string sn, long from, long to, int points) => new { sn, from, to, points };

    private static JsonElement Only(JsonElement answer) => Assert.Single(answer.GetProperty("series").EnumerateArray());

    private static JsonElement Find(JsonElement devices, string sn) => devices.EnumerateArray().Single(device => device.GetProperty("sn").GetString() == sn);
}
