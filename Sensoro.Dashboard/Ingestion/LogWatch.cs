using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Ingestion;

/// <summary>
/// Finds out whether the log can be written when no push does: a load balancer that heard "not ready" sends none, and a disk that
/// fills up while nobody sends is better known before somebody does.
/// </summary>
internal sealed class LogWatch(MessageLog log, PipelineStatus status, DiskFailure failure, TimeProvider time, ILogger<LogWatch> logger) : BackgroundService
{
    internal static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Tick, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                Look();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    /// <summary>Asks the disk how much is free; only when that is little, or the last write failed, is something written to try.</summary>
    internal void Look()
    {
        if (!status.IsLogFailing && log.HasRoom)
        {
            return;
        }

        try
        {
            log.Probe();
            if (status.IsLogFailing)
            {
                status.SetLogFailing(false);
                Log.LogRecovered(logger);
            }
        }
        catch (StorageException error) when (error.IsDiskFailure)
        {
            failure.GiveUp(error);
        }
        catch (StorageException error)
        {
            if (!status.IsLogFailing)
            {
                status.SetLogFailing(true);
                Log.LogNotWritable(logger, error.Message);
            }
        }
    }
}
