using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Ingestion;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Ingestion;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Tests.Webhook;

/// <summary>What the door keeps of what it turns away, and what it does not.</summary>
public sealed class QuarantineIntakeTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refusals_ThatNameOurApplication_AreKeptOnceWithTheirDeliveries()
    {
        await using var dashboard = new DashboardFactory();
        var now = dashboard.Now();
        var undecryptable = """{"sn":"Q1","type":"text","encryptData":"AAAA"}""";

        await RefuseAsync(dashboard, HttpStatusCode.BadRequest, "x", "x", "{}", undecryptable, undecryptable, undecryptable, """{"sn":"Q2","type":"text","data":1}""");
        using var forged = await dashboard.SendSignedPushAsync("""{"sn":"Q3","type":"text","data":{}}""", PushService.North with { AppSecret = "guessed" });
        using var staleRequest = PushService.North.Sign(dashboard.Settings.WebhookUrl, Encoding.UTF8.GetBytes(PushBody.Sensor("Q4", 1, now, "{}")), now.AddHours(-1));
        using var stale = await dashboard.Client.SendAsync(staleRequest, Cancelled);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (forged.StatusCode, stale.StatusCode));
        Assert.Equal(
            [
                (null, RefusalReason.BodyInvalid, true, 2), (null, RefusalReason.EnvelopeInvalid, true, 1), ("Q1", RefusalReason.Undecryptable, true, 3),
                (null, RefusalReason.EnvelopeInvalid, true, 1), ("Q3", RefusalReason.SignatureMismatch, false, 1), ("Q4", RefusalReason.NonceStale, true, 1),
            ],
            (await KeptAsync(dashboard)).Select(kept => (kept.Push.Sn, kept.Push.Reason, kept.Push.IsAuthentic, kept.Deliveries)));
        var stats = await dashboard.ApiAsync("/api/v1/stats");
        Assert.Equal((9L, 9L, 6L), (stats.GetProperty("received").GetInt64(), stats.GetProperty("quarantined").GetInt64(), stats.GetProperty("inQuarantine").GetInt64()));
    }

    [Fact]
    public async Task Refusals_ThatNobodyNeedsAgain_AreCountedAndNotKept()
    {
        await using var dashboard = new DashboardFactory();

        using var stranger = await dashboard.SendSignedPushAsync("{}", PushService.North with { AppId = "stranger" });
        using var unsigned = await dashboard.Client.PostAsync(new Uri("/webhook", UriKind.Relative), null, Cancelled);
        using var tooLarge = await dashboard.SendSignedPushAsync(new string(' ', 1_048_577));

        Assert.Empty(await KeptAsync(dashboard));
        Assert.Equal(3, (await dashboard.ApiAsync("/api/v1/stats")).GetProperty("rejected").EnumerateObject().Sum(reason => reason.Value.GetInt64()));
    }

    [Fact]
    public async Task Forgeries_FasterThanTheirRate_AreRefusedAndOnlyTheFirstAreKept()
    {
        await using var dashboard = new DashboardFactory(new DashboardSettings
        {
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Quarantine:UnverifiedBurst"] = "3", ["Quarantine:UnverifiedPerSecond"] = "1" },
        });
        var forger = PushService.North with { AppSecret = "guessed" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            using var answer = await dashboard.SendSignedPushAsync($$"""{"sn":"F{{i}}"}""", forger);
            return answer.StatusCode;
        }));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Unauthorized, answer));
        var stats = await dashboard.ApiAsync("/api/v1/stats");
        Assert.InRange(stats.GetProperty("quarantined").GetInt64(), 3, 100);
        Assert.Equal(200, stats.GetProperty("quarantined").GetInt64() + stats.GetProperty("rejected").GetProperty("auth_bad_signature").GetInt64());
    }

    [Fact]
    public async Task AuthenticPush_ThatCanBeNeitherReadNorKept_IsAskedForAgain()
    {
        await using var dashboard = new DashboardFactory(new DashboardSettings { Services = GatedMessageLog.Register });
        await dashboard.StorePushesAsync(PushBody.Sensor("OK", 1, dashboard.Now(), "{}"));
        ((GatedMessageLog)dashboard.Log).Fault = new StorageException("The disk is full.");

        using var answer = await dashboard.SendSignedPushAsync("not a push");
        using var forged = await dashboard.SendSignedPushAsync("not a push", PushService.North with { AppSecret = "guessed" });

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.Unauthorized), (answer.StatusCode, forged.StatusCode));
        Assert.Equal(TimeSpan.FromSeconds(2), answer.Headers.RetryAfter?.Delta);
        Assert.Contains("not JSON", JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancelled)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Queue_FullOfBytes_TakesNoMoreUntilSomeAreWritten()
    {
        var queue = new QuarantineQueue();
        PendingRefusal Pending(int number) => new(Storage.Refusals.Authentic(number, size: 8 << 20));
        var first = Pending(0);

        Assert.All([first, Pending(1), Pending(2), Pending(3)], refusal => Assert.True(queue.TryEnqueue(refusal)));
        Assert.False(queue.TryEnqueue(Pending(4)));
        queue.Taken(first);
        Assert.True(queue.TryEnqueue(Pending(5)));
    }

    private static async Task RefuseAsync(DashboardFactory dashboard, HttpStatusCode expected, params string[] bodies)
    {
        foreach (var body in bodies)
        {
            using var answer = await dashboard.SendSignedPushAsync(body);
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    private static async Task<IReadOnlyList<QuarantinedPush>> KeptAsync(DashboardFactory dashboard) =>
        await dashboard.Services.GetRequiredService<QuarantineQueries>().SliceAsync(QuarantineFilter.Everything, 0, long.MaxValue, Cancelled);
}
