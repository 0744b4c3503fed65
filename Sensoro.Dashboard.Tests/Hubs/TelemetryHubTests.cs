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

    private static JsonElement Find(JsonElement devices, string sn) => devices.EnumerateArray().Single(device => device.GetProperty("sn").GetString() == sn);
}
