using System.Net;
using System.Text;
using Sensoro.Dashboard.Hubs;
using Sensoro.Dashboard.Tests.Hubs;
using Sensoro.Dashboard.Tests.Ingestion;
using Sensoro.Domain.Protocol;

namespace Sensoro.Dashboard.Tests.Integration;

/// <summary>
/// What SENSORO's own sample receiver (github.com/Sensoro/IoT-Developer-Demo) does wrong, one test each, under the mistake's name.
/// </summary>
public sealed class SensoroDemoMistakesTests(DashboardFactory dashboard) : IClassFixture<DashboardFactory>
{
    private readonly DateTimeOffset _now = dashboard.Now();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers200BeforeStoring_WithAHangingDisk_NobodyHears200()
    {
        await using var hanging = new DashboardFactory(new DashboardSettings { Services = GatedMessageLog.Register });
        var log = Assert.IsType<GatedMessageLog>(hanging.Log);
        var reached = log.Close();

        var answer = hanging.SendSignedPushAsync(PushBody.Sensor("DEMO01", 1, _now, """{"temperature":1}"""));
        await reached;

        Assert.False(answer.IsCompleted);
        Assert.Equal(0, log.LastId);
        log.Open();
        using var response = await answer;
        Assert.Equal((HttpStatusCode.OK, 1L), (response.StatusCode, log.LastId));
    }

    [Fact]
    public async Task DropsZeroAndFalseReadings_ForZeroAndFalse_BothAreReadings()
    {
        await dashboard.FoldPushesAsync(PushBody.Sensor("DEMO02", 1, _now, """{"temperature":0,"light":0.0,"leak":false,"smoke":0}"""));

        var latest = (await dashboard.ApiAsync("/api/v1/devices/DEMO02")).GetProperty("latest");
        Assert.Equal(0, latest.GetProperty("temperature").GetProperty("value").GetDouble());
        Assert.Equal(0, latest.GetProperty("light").GetProperty("value").GetDouble());
        Assert.False(latest.GetProperty("leak").GetProperty("value").GetProperty("active").GetBoolean());
        Assert.False(latest.GetProperty("smoke").GetProperty("value").GetProperty("active").GetBoolean());
        var points = (await dashboard.ApiAsync("/api/v1/devices/DEMO02/readings?metric=temperature")).GetProperty("points");
        Assert.Equal(0, Assert.Single(points.EnumerateArray()).GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task KnowsSixMetricKeys_ForAnyOther_ItIsKeptAndShown()
    {
        await dashboard.FoldPushesAsync(PushBody.Sensor("DEMO03", 1, _now, """{"pm2_5":12,"no2":0.02,"angle":3,"flux_of_tomorrow":4.5,"mood":"calm"}"""));

        var latest = (await dashboard.ApiAsync("/api/v1/devices/DEMO03")).GetProperty("latest");
        Assert.Equal(["angle", "flux_of_tomorrow", "mood", "no2", "pm2_5"], latest.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(4.5, latest.GetProperty("flux_of_tomorrow").GetProperty("value").GetDouble());
        Assert.Equal("calm", latest.GetProperty("mood").GetProperty("value").GetString());
    }

    [Fact]
    public async Task Answers400ToEveryTaskEvent_ForATaskEvent_ItIsTakenAndListed()
    {
        await dashboard.FoldPushesAsync(PushBody.Task("90071992547409931", 1, _now, resultCode: 1));

        var task = Assert.Single((await dashboard.ApiAsync("/api/v1/tasks?taskId=90071992547409931")).GetProperty("items").EnumerateArray());
        Assert.Equal(("90071992547409931", 1, false), (task.GetProperty("taskId").GetString(), task.GetProperty("resultCode").GetInt32(), task.GetProperty("success").GetBoolean()));
    }

    [Fact]
    public async Task SignsAReserialisedBody_ForABodyNoSerialiserWrites_TheBytesAsTheyCameCount()
    {
        // JSON.parse and JSON.stringify turn this into other bytes: order of keys apart, 1.50, escapes and blanks change.
        const string Odd = "{ \"sn\" : \"DEMO\\u00305\",\t\"type\":\"text\",\r\n\"data\":{\"temperature\":1.50,\"light\":1E2} }";
        const string Compact = """{"sn":"DEMO05","type":"text","data":{"temperature":1.5,"light":100}}""";

        using var raw = await dashboard.SendSignedPushAsync(Odd);
        using var reserialisedRequest = dashboard.Sign(Compact);
        reserialisedRequest.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Odd));
        using var reserialised = await dashboard.Client.SendAsync(reserialisedRequest, Cancelled);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Unauthorized], [raw.StatusCode, reserialised.StatusCode]);
    }

    [Fact]
    public async Task ComparesSignaturesWithInequality_ForADecodableTwin_OnlyTheBytesInOneSpellingCount()
    {
        var body = Encoding.UTF8.GetBytes(PushBody.Sensor("DEMO06", 1, _now, """{"temperature":1}"""));
        using var request = PushService.North.Sign(dashboard.Settings.WebhookUrl, body, _now);
        var signature = Convert.FromBase64String(request.Headers.GetValues("X-ACCESS-SIGNATURE").Single());
        Assert.True(PushSignature.Verify(
            Encoding.UTF8.GetBytes(PushService.North.AppSecret),
            request.Headers.GetValues("X-ACCESS-NONCE").Single(),
            "POST",
            Encoding.UTF8.GetBytes(dashboard.Settings.WebhookUrl),
            body,
            signature));

        for (var bit = 0; bit < 8 * signature.Length; bit += 5)
        {
            var forged = signature.ToArray();
            forged[bit / 8] ^= (byte)(1 << (bit % 8));
            using var attempt = PushService.North.Sign(dashboard.Settings.WebhookUrl, body, _now);
            attempt.Headers.Remove("X-ACCESS-SIGNATURE");
            attempt.Headers.Add("X-ACCESS-SIGNATURE", Convert.ToBase64String(forged));
            using var answer = await dashboard.Client.SendAsync(attempt, Cancelled);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task NeverLooksAtTheNoncesAge_ForAnOldPush_ItIsRefused()
    {
        var body = Encoding.UTF8.GetBytes(PushBody.Sensor("DEMO07", 1, _now, """{"temperature":1}"""));
        using var replayed = PushService.North.Sign(dashboard.Settings.WebhookUrl, body, _now.AddMinutes(-16));

        using var answer = await dashboard.Client.SendAsync(replayed, Cancelled);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("auth_stale_nonce", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    [InlineData("ftp")]
    public async Task SignatureDependsOnXForwardedProto_WhateverItSays_TheVerdictIsTheSame(string proto)
    {
        using var good = dashboard.Sign(PushBody.Sensor("DEMO08", 1, _now, """{"temperature":1}"""));
        good.Headers.Add("X-Forwarded-Proto", proto);
        using var bad = PushService.North.Sign(
            dashboard.Settings.WebhookUrl.Replace("https://", proto == "https" ? "http://" : proto + "://", StringComparison.Ordinal), "{}"u8.ToArray(), _now);
        bad.Headers.Add("X-Forwarded-Proto", proto);

        using var taken = await dashboard.Client.SendAsync(good, Cancelled);
        using var refused = await dashboard.Client.SendAsync(bad, Cancelled);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Unauthorized], [taken.StatusCode, refused.StatusCode]);
    }

    [Theory]
    [InlineData("10610117C5A9D0DE")]
    [InlineData("c5a9d0de")]
    [InlineData("D0DE")]
    [InlineData("  C5A9D0DE ")]
    public async Task SnSearchFindsNothing_ForAnyPartOfAnSn_TheDeviceIsFound(string search)
    {
        await dashboard.FoldPushesAsync(PushBody.Sensor("10610117C5A9D0DE", 1, _now, """{"temperature":1}"""));

        var found = await dashboard.ApiAsync("/api/v1/devices?search=" + Uri.EscapeDataString(search));

        Assert.Equal("10610117C5A9D0DE", Assert.Single(found.GetProperty("items").EnumerateArray()).GetProperty("sn").GetString());
    }

    [Fact]
    public async Task SendsOneClientsHistoryToEveryClient_ForAClientOfOneDevice_ItHearsOfNoOther()
    {
        await using var ofA = await TelemetryListener.ConnectAsync(dashboard);
        await using var ofB = await TelemetryListener.ConnectAsync(dashboard);
        await using var ofNone = await TelemetryListener.ConnectAsync(dashboard);
        await ofA.TellAsync("joinDevice", "DEMO10A");
        await ofB.TellAsync("joinDevice", "DEMO10B");

        await dashboard.FoldPushesAsync(PushBody.Sensor("DEMO10A", 1, _now, """{"temperature":1}"""));
        var history = await ofA.AskAsync("deviceSince", "DEMO10A", 0);
        await dashboard.FoldPushesAsync(PushBody.Sensor("DEMO10B", 1, _now, """{"temperature":2}"""));
        var news = await ofB.NextAsync(nameof(ITelemetryClient.DeviceChanged));

        Assert.Equal(1, history.GetProperty("readings").GetArrayLength());
        Assert.Equal("DEMO10B", news.GetProperty("device").GetProperty("sn").GetString());

        // Both groups are served by one broadcast loop in order, so A's news would have been sent before B's.
        Assert.Equal("DEMO10A", (await ofA.NextAsync(nameof(ITelemetryClient.DeviceChanged))).GetProperty("device").GetProperty("sn").GetString());
        Assert.False(ofA.HasHeard(nameof(ITelemetryClient.DeviceChanged)));
        Assert.False(ofB.HasHeard(nameof(ITelemetryClient.DeviceChanged)));
        Assert.False(ofNone.HasHeard(nameof(ITelemetryClient.DeviceChanged)) || ofNone.HasHeard(nameof(ITelemetryClient.DevicesChanged)) || ofNone.HasHeard(nameof(ITelemetryClient.MessagesArrived)));
    }

    [Fact]
    public async Task ForgetsAfter48Hours_TenDaysLater_EverythingIsStillThere()
    {
        var clock = new StoppedClock(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var patient = new DashboardFactory(new DashboardSettings { Clock = clock });
        await patient.FoldPushesAsync(PushBody.Sensor("DEMO11", 1, clock.GetUtcNow(), """{"temperature":21}"""), PushBody.Task("5", 2, clock.GetUtcNow()));

        clock.Advance(TimeSpan.FromDays(10));
        await patient.FoldPushesAsync(PushBody.Sensor("DEMO11", 3, clock.GetUtcNow(), """{"humidity":40}"""));

        Assert.Equal(3, (await patient.ApiAsync("/api/v1/messages")).GetProperty("items").GetArrayLength());
        Assert.Equal(1, (await patient.ApiAsync("/api/v1/tasks")).GetProperty("total").GetInt32());
        var device = await patient.ApiAsync("/api/v1/devices/DEMO11");
        Assert.Equal(21, device.GetProperty("latest").GetProperty("temperature").GetProperty("value").GetDouble());
        var points = (await patient.ApiAsync("/api/v1/devices/DEMO11/readings?metric=temperature&from=2026-03-01")).GetProperty("points");
        Assert.Equal(21, Assert.Single(points.EnumerateArray()).GetProperty("value").GetDouble());
    }
}
