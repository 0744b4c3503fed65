using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Ingestion;

/// <summary>Writes refused pushes to the quarantine, many at once and between two batches of good ones.</summary>
internal sealed class QuarantineWorker(QuarantineQueue queue, MessageLog log, DiskFailure failure, ILogger<QuarantineWorker> logger) : BackgroundService
{
    internal const int MaxBatch = 128;

    private readonly List<PendingRefusal> _batch = new(MaxBatch);

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
        while (await queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            _batch.Clear();
            while (_batch.Count < MaxBatch && queue.Reader.TryRead(out var refusal))
            {
                _batch.Add(refusal);
            }

            var kept = TryKeep();
            foreach (var refusal in _batch)
            {
                queue.Taken(refusal);
                refusal.Complete(kept);
            }
        }
    }

    private bool TryKeep()
    {
        try
        {
            log.KeepRefused(_batch.ConvertAll(static refusal => refusal.Push));
            return true;
        }
        catch (StorageException error) when (error.IsDiskFailure)
        {
            failure.GiveUp(error);
            return false;
        }
        catch (Exception error)
        {
            Log.QuarantineFailed(logger, _batch.Count, error);
            return false;
        }
    }
}
