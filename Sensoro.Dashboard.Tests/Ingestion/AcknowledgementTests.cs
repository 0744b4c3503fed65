using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Integration;
using Sensoro.Dashboard.Tests.Storage;

namespace Sensoro.Dashboard.Tests.Ingestion;

/// <summary>2xx means stored exactly once, on disk; anything else means stored zero or one times.</summary>
public sealed class AcknowledgementTests
{
    [Fact]
    public async Task Webhook_WithAHangingDisk_AnswersOnlyAfterTheCommit()
    {
        await using var dashboard = Start();
        var log = LogOf(dashboard);
        var hanging = log.Close();

        var answer = dashboard.SendSignedPushAsync(Push(dashboard, 1));
        await hanging;
        Assert.False(answer.IsCompleted);
        log.Open();

        using var response = await answer;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, log.LastId);
    }

    [Fact]
    public async Task Webhook_WhenTheQueueStaysFull_Answers503WithRetryAfter()
    {
        await using var dashboard = Start(("Ingestion:QueueCapacity", "1"), ("Ingestion:MaxBatchSize", "1"), ("Ingestion:EnqueueTimeout", "00:00:00.050"));
        var log = LogOf(dashboard);
        var hanging = log.Close();
        var beingWritten = dashboard.SendSignedPushAsync(Push(dashboard, 1));
        await hanging;

        Task<HttpResponseMessage>[] others = [dashboard.SendSignedPushAsync(Push(dashboard, 2)), dashboard.SendSignedPushAsync(Push(dashboard, 3))];
        var refused = await Task.WhenAny(others);
        log.Open();

        using (var response = await refused)
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(2), response.Headers.RetryAfter?.Delta);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], (await Task.WhenAll(others.Except([refused]).Append(beingWritten))).Select(response => response.StatusCode));
        Assert.Equal(2, log.LastId);
        Assert.Equal(1, dashboard.Status.Rejected["queue_full"]);
    }

    [Fact]
    public async Task Webhook_WhenTheCommitTakesTooLong_Answers503AndARepeatIsHarmless()
    {
        await using var dashboard = Start(("Ingestion:CommitTimeout", "00:00:00.100"));
        var log = LogOf(dashboard);
        var hanging = log.Close();
        var push = Push(dashboard, 1);

        using var late = await dashboard.SendSignedPushAsync(push);
        await hanging;
        log.Open();
        await dashboard.WaitForStoredAsync(1);
        using var repeated = await dashboard.SendSignedPushAsync(push);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, late.StatusCode);
        Assert.NotNull(late.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, repeated.StatusCode);
        var message = Assert.Single((await dashboard.ApiAsync("/api/v1/messages")).GetProperty("items").EnumerateArray());
        Assert.Equal((push, 2), (message.GetProperty("body").GetString(), message.GetProperty("deliveries").GetInt32()));
    }

    [Fact]
    public async Task Webhook_WithADiskThatRefuses_Answers503AndRecoversByItself()
    {
        await using var dashboard = Start();
        var log = LogOf(dashboard);
        log.Fault = new StorageException("The disk is full.");

        using var refused = await dashboard.SendSignedPushAsync(Push(dashboard, 1));
        using var notReady = await dashboard.GetAsync("/health/ready", token: null);
        log.Fault = null;
        using var repeated = await dashboard.SendSignedPushAsync(Push(dashboard, 1));
        using var ready = await dashboard.GetAsync("/health/ready", token: null);

        Assert.Equal(
            [HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.OK],
            [refused.StatusCode, notReady.StatusCode, repeated.StatusCode, ready.StatusCode]);
        Assert.DoesNotContain("disk", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(dashboard.Logs.GetSnapshot(), record => record.Id.Id == 2000);
        Assert.Equal(1, log.LastId);
    }

    [Fact]
    public async Task Webhook_WhileACommitRuns_GathersTheNextPushesIntoOneBatch()
    {
        await using var dashboard = Start();
        var log = LogOf(dashboard);
        var hanging = log.Close();
        var first = dashboard.SendSignedPushAsync(Push(dashboard, 0));
        await hanging;

        var others = Enumerable.Range(1, 20).Select(i => dashboard.SendSignedPushAsync(Push(dashboard, i))).ToArray();
        await dashboard.WaitForStatsAsync(stats => stats.GetProperty("queueDepth").GetInt32() == 20);
        log.Open();

        Assert.All(await Task.WhenAll(others.Append(first)), response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Equal([1, 20], log.Batches);
    }

    [Fact]
    public async Task Shutdown_WithPushesInTheQueue_StillWritesThem()
    {
        using var folder = new TemporaryFolder();
        var dashboard = new DashboardFactory(new DashboardSettings { DataDirectory = folder.Path, Services = GatedMessageLog.Register });
        var log = LogOf(dashboard);
        var hanging = log.Close();

        // A client of the test's own: the dashboard's goes with the dashboard, answered or not.
        using var sender = new HttpClient { BaseAddress = dashboard.Address };
        using var push = dashboard.Sign(Push(dashboard, 1));
        var answer = sender.SendAsync(push, TestContext.Current.CancellationToken);
        await hanging;

        var stopping = dashboard.DisposeAsync();
        log.Open();
        using var response = await answer;
        await stopping;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, SqliteReading.Scalar<long>(folder.File("log.db"), "SELECT count(*) FROM messages"));
    }

    private static DashboardFactory Start(params (string Key, string Value)[] values) => new(new DashboardSettings
    {
        Services = GatedMessageLog.Register,
        Values = values.ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal),
    });

    private static GatedMessageLog LogOf(DashboardFactory dashboard) => Assert.IsType<GatedMessageLog>(dashboard.Log);

    private static string Push(DashboardFactory dashboard, int msgId) => PushBody.Sensor("ACK", msgId, dashboard.Now(), """{"temperature":20}""");
}
