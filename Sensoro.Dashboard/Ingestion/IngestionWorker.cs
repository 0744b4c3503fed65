using System.Diagnostics;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Ingestion;

/// <summary>
/// The one writer of the log: collect a batch, append it in one transaction, then let its senders go. It is registered before
/// everything that feeds it and therefore stops last.
/// </summary>
internal sealed class IngestionWorker(
    IngestionQueue queue,
    BatchCollector collector,
    MessageLog log,
    PipelineStatus status,
    IngestionMetrics metrics,
    DiskFailure failure,
    TimeProvider time,
    ILogger<IngestionWorker> logger) : BackgroundService
{
    /// <summary>
    /// Once this many messages wait for being folded, each commit is followed by a short breath: the senders' many threads would
    /// otherwise leave the one that folds less than it needs to keep up, and the pages would fall behind for as long as the load
    /// lasts. What is stored in the end stays the same, since all of it has to be folded; commits grow a little.
    /// </summary>
    internal const int MostUnfolded = 6_144;

    internal static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(4);

    /// <summary>Breaths after a commit, by how many times <see cref="MostUnfolded"/> waits: short at first, then long enough to bring it down.</summary>
    private static readonly int[] Breaths = [0, 1, 5, 15, 15, 15, 15, 15];

    /// <summary>So much does not come from load but from a restart or a rebuild, which must not hold up who sends.</summary>
    private const int BreathsBehindABacklog = 5;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Close();
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The loop ends with the channel, not with the token: what was taken in is written.
        await Task.Yield();
        while (await collector.NextAsync() is { Count: > 0 } batch)
        {
            Append(batch);
            status.SetQueueDepth(queue.Reader.Count);
            if (BreathAfterCommit() is { Ticks: > 0 } breath)
            {
                await Task.Delay(breath, time, CancellationToken.None);
            }
        }
    }

    /// <summary>The longer, the more waits. A fold that fails catches up with nothing, however long the senders wait.</summary>
    private TimeSpan BreathAfterCommit() => status.IsProjectionFailing
        ? TimeSpan.Zero
        : Breath * BreathsFor((log.LastId - status.FoldedId) / MostUnfolded);

    private static int BreathsFor(long waiting) => waiting < Breaths.Length ? Breaths[Math.Max(0, waiting)] : BreathsBehindABacklog;

    private void Append(IReadOnlyList<PendingPush> batch)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var outcomes = log.Append(new MessageBatch(batch));
            status.SetLogFailing(false);
            var took = Stopwatch.GetElapsedTime(started);
            status.Commits.Record(took);
            metrics.RecordBatch(batch.Count, took);
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Complete(outcomes[i]);
            }
        }
        catch (Exception error)
        {
            // Nobody hears 200; every sender repeats, and the identity index makes the repeat harmless.
            Report(batch.Count, error);
            foreach (var push in batch)
            {
                push.Fail(error);
            }
        }
    }

    /// <summary>Once, not for each batch: a full disk must not be filled with the news of it.</summary>
    private void Report(int count, Exception error)
    {
        if (error is StorageException { IsDiskFailure: true } fatal)
        {
            failure.GiveUp(fatal);
            return;
        }

        if (status.IsLogFailing)
        {
            return;
        }

        status.SetLogFailing(true);
        Log.AppendFailed(logger, count, error);
        if (error is StorageException { IsDamage: true } damage)
        {
            Log.LogDamaged(logger, damage.Message);
        }
    }
}
