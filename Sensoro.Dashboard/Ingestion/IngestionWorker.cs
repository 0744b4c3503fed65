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
    ILogger<IngestionWorker> logger) : BackgroundService
{
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
        }
    }

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
            status.SetLogFailing(true);
            Log.AppendFailed(logger, batch.Count, error);
            foreach (var push in batch)
            {
                push.Fail(error);
            }
        }
    }
}
