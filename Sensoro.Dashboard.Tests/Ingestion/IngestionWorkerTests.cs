using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Ingestion;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Tests.Projection;
using Sensoro.Dashboard.Tests.Storage;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Tests.Ingestion;

/// <summary>The one writer with the real log behind it.</summary>
public sealed class IngestionWorkerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Worker_OnABatch_TellsEverySenderItsOwnOutcome()
    {
        await using var storage = new TemporaryStorage();
        var parts = new IngestionParts();
        PendingPush[] pushes = [new(Messages.Sensor("A", "1")), new(Messages.Sensor("A", "1")), new(Messages.Sensor("A", "1", """{"temperature":9}""")), new(Messages.Sensor("B", "1"))];
        await EnqueueAsync(parts, pushes);
        using var worker = Worker(parts, storage.Log, storage.Get<IMeterFactory>());

        await worker.StartAsync(Cancelled);
        var outcomes = await Task.WhenAll(pushes.Select(push => push.Stored)).WaitAsync(TimeSpan.FromSeconds(30), Cancelled);
        await worker.StopAsync(Cancelled);

        Assert.Equal([new(AppendKind.Stored, 1), new(AppendKind.Duplicate, 1), new(AppendKind.Conflict, 2), new(AppendKind.Stored, 3)], outcomes);
    }

    [Fact]
    public async Task Worker_WhoseBatchFails_FailsItsSendersAndServesTheNext()
    {
        await using var storage = new TemporaryStorage();
        using var log = new GatedMessageLog(storage.Log) { Fault = new StorageException("The disk is full.") };
        var parts = new IngestionParts();
        PendingPush[] unlucky = [IngestionParts.Push(1), IngestionParts.Push(2)];
        await EnqueueAsync(parts, unlucky);
        using var worker = Worker(parts, log, storage.Get<IMeterFactory>());

        await worker.StartAsync(Cancelled);
        foreach (var push in unlucky)
        {
            await Assert.ThrowsAsync<StorageException>(() => push.Stored.WaitAsync(TimeSpan.FromSeconds(30), Cancelled));
        }

        Assert.True(parts.Status.IsLogFailing);
        log.Fault = null;
        var lucky = IngestionParts.Push(3);
        await EnqueueAsync(parts, lucky);

        Assert.Equal(new AppendOutcome(AppendKind.Stored, 1), await lucky.Stored.WaitAsync(TimeSpan.FromSeconds(30), Cancelled));
        Assert.False(parts.Status.IsLogFailing);
        await worker.StopAsync(Cancelled);
    }

    [Fact]
    public async Task Worker_WhoseDiskFails_RefusesAllThatWaitsAndEndsTheProgramOnce()
    {
        await using var storage = new TemporaryStorage();
        using var log = new GatedMessageLog(storage.Log) { Fault = new StorageException("The disk failed.") { IsDiskFailure = true } };
        var parts = new IngestionParts(options => options.MaxBatchSize = 2);
        PendingPush[] waiting = [IngestionParts.Push(1), IngestionParts.Push(2), IngestionParts.Push(3), IngestionParts.Push(4), IngestionParts.Push(5)];
        await EnqueueAsync(parts, waiting);
        using var worker = Worker(parts, log, storage.Get<IMeterFactory>());

        await worker.StartAsync(Cancelled);
        foreach (var push in waiting)
        {
            await Assert.ThrowsAsync<StorageException>(() => push.Stored.WaitAsync(TimeSpan.FromSeconds(30), Cancelled));
        }

        Assert.False(await parts.Queue.TryEnqueueAsync(IngestionParts.Push(6)));
        await worker.StopAsync(Cancelled);
        Assert.Equal(1, parts.Exit.Begun);
        Assert.Equal([LogLevel.Critical], parts.Logs.GetSnapshot().Select(record => record.Level));
        Assert.True(parts.Status.IsLogFailing);
    }

    [Fact]
    public async Task Stop_WithAFullQueue_WritesEverythingBeforeItEnds()
    {
        await using var storage = new TemporaryStorage();
        var parts = new IngestionParts(options => options.MaxBatchSize = 3);
        await parts.EnqueueAsync(10);
        using var worker = Worker(parts, storage.Log, storage.Get<IMeterFactory>());

        await worker.StartAsync(Cancelled);
        await worker.StopAsync(Cancelled);

        Assert.Equal(10, storage.InLog<long>("SELECT count(*) FROM messages"));
        Assert.Equal(0, parts.Status.QueueDepth);
    }

    [Fact]
    public async Task Metrics_OfACommit_TellItsSizeAndDuration()
    {
        await using var storage = new TemporaryStorage();
        var meters = storage.Get<IMeterFactory>();
        using var sizes = new MetricCollector<int>(meters, MeterNames.Dashboard, "sensoro.ingestion.batch.size");
        using var seconds = new MetricCollector<double>(meters, MeterNames.Dashboard, "sensoro.ingestion.commit.duration");
        var parts = new IngestionParts();
        await parts.EnqueueAsync(4);
        using var worker = Worker(parts, storage.Log, meters);

        await worker.StartAsync(Cancelled);
        await worker.StopAsync(Cancelled);

        Assert.Equal(4, Assert.Single(sizes.GetMeasurementSnapshot()).Value);
        Assert.InRange(Assert.Single(seconds.GetMeasurementSnapshot()).Value, 0, 60);
    }

    [Fact]
    public async Task Worker_FarAheadOfTheFolding_TakesABreathAfterEachCommit()
    {
        await using var storage = new TemporaryStorage();
        var parts = new IngestionParts();
        var clock = new RestSignallingClock();
        parts.Status.SetFolded(-IngestionWorker.MostUnfolded);
        using var worker = Worker(parts, storage.Log, storage.Get<IMeterFactory>(), clock);
        await worker.StartAsync(Cancelled);

        var first = IngestionParts.Push(1);
        await EnqueueAsync(parts, first);
        await first.Stored.WaitAsync(TimeSpan.FromSeconds(30), Cancelled);
        Assert.Equal(IngestionWorker.Breath, await clock.WaitForRestAsync());

        var second = IngestionParts.Push(2);
        await EnqueueAsync(parts, second);
        Assert.Equal(1, storage.Log.LastId);
        parts.Status.SetFolded(1);
        clock.Advance(IngestionWorker.Breath);
        await second.Stored.WaitAsync(TimeSpan.FromSeconds(30), Cancelled);
        await worker.StopAsync(Cancelled);
    }

    private static IngestionWorker Worker(IngestionParts parts, MessageLog log, IMeterFactory meters, TimeProvider? clock = null) =>
        new(parts.Queue, parts.Collector, log, parts.Status, new IngestionMetrics(meters, parts.Status), parts.Failure, clock ?? parts.Clock, new FakeLogger<IngestionWorker>());

    private static async Task EnqueueAsync(IngestionParts parts, params IEnumerable<PendingPush> pushes)
    {
        foreach (var push in pushes)
        {
            Assert.True(await parts.Queue.TryEnqueueAsync(push));
        }
    }
}
