using System.Net;
using System.Text;
using Sensoro.Dashboard.Tests.Integration;

namespace Sensoro.Dashboard.Tests.Api;

/// <summary>Every request at the door is counted once: received = stored + duplicates + quarantined + rejected.</summary>
public sealed class StatsTests
{
    [Fact]
    public async Task Stats_AfterAllKindsOfRequests_AddUp()
    {
        await using var dashboard = new DashboardFactory();
        var now = dashboard.Now();
        var push = PushBody.Sensor("STATS", 1, now, """{"temperature":1}""");
        await dashboard.StorePushesAsync(push, push, push, PushBody.Sensor("STATS", 1, now, """{"temperature":2}"""), PushBody.Task("9", 2, now), """{"type":"threshold"}""");
        using var get = await dashboard.GetAsync("/webhook", token: null);
        using var unsigned = await dashboard.Client.PostAsync(new Uri("/webhook", UriKind.Relative), null, TestContext.Current.CancellationToken);
        using var notJson = await dashboard.SendSignedPushAsync("x");
        using var noEnvelope = await dashboard.SendSignedPushAsync("{}");
        using var undecryptable = await dashboard.SendSignedPushAsync("""{"sn":"S","type":"text","encryptData":"AAAA"}""");
        using var tooLarge = await dashboard.SendSignedPushAsync(new string(' ', 1_048_577));
        using var stranger = await dashboard.SendSignedPushAsync("{}", PushService.North with { AppId = "stranger" });
        using var forged = await dashboard.SendSignedPushAsync("{}", PushService.North with { AppSecret = "guessed" });
        using var staleRequest = PushService.North.Sign(dashboard.Settings.WebhookUrl, Encoding.UTF8.GetBytes(push), now.AddDays(-1));
        using var stale = await dashboard.Client.SendAsync(staleRequest, TestContext.Current.CancellationToken);
        await dashboard.WaitForFoldedAsync();

        var stats = await dashboard.ApiAsync("/api/v1/stats");

        long Counter(string name) => stats.GetProperty(name).GetInt64();
        var rejected = stats.GetProperty("rejected").EnumerateObject().ToDictionary(reason => reason.Name, reason => reason.Value.GetInt64(), StringComparer.Ordinal);
        Assert.Equal((15L, 4L, 2L, 1L), (Counter("received"), Counter("stored"), Counter("duplicates"), Counter("conflicts")));
        Assert.Equal(Counter("received"), Counter("stored") + Counter("duplicates") + Counter("quarantined") + rejected.Values.Sum());
        Assert.Equal((0L, 4L, 4L), (Counter("queueDepth"), Counter("lastMessageId"), Counter("foldedMessageId")));
        Assert.Equal((0L, 0.0), (Counter("lag"), stats.GetProperty("lagSeconds").GetDouble()));
        Assert.All([get, unsigned, notJson, noEnvelope, undecryptable, tooLarge, stranger, forged, stale], answer => Assert.InRange((int)answer.StatusCode, 400, 499));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
    }

    [Fact]
    public async Task Stats_AfterManySendersAtOnce_AddUpToTheRequest()
    {
        await using var dashboard = new DashboardFactory();
        var now = dashboard.Now();

        await Task.WhenAll(Enumerable.Range(0, 300).Select(async i =>
        {
            var body = i % 5 == 0 ? "{}" : PushBody.Sensor("STATS", i / 3, now, """{"temperature":1}""");
            using var answer = await dashboard.SendSignedPushAsync(body);
        }));

        var stats = await dashboard.ApiAsync("/api/v1/stats");
        Assert.Equal((300L, 60L, 1L), (stats.GetProperty("received").GetInt64(), stats.GetProperty("quarantined").GetInt64(), stats.GetProperty("inQuarantine").GetInt64()));
        Assert.Empty(stats.GetProperty("rejected").EnumerateObject());
        Assert.Equal(240, stats.GetProperty("stored").GetInt64() + stats.GetProperty("duplicates").GetInt64());
        Assert.Equal(stats.GetProperty("stored").GetInt64(), stats.GetProperty("lastMessageId").GetInt64());
    }
}
