using System.Diagnostics;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Projection;

/// <summary>
/// Follows the log and folds it. At idle a push is folded at once; under load the worker rests between folds so that each
/// one carries many messages, because what a fold costs is the pages it touches, not the rows.
/// </summary>
internal sealed class ProjectionWorker(
    MessageLog log,
    LogFold fold,
    LiveFeed feed,
    PipelineStatus status,
    ProjectionMetrics metrics,
    TimeProvider time,
    ILogger<ProjectionWorker> logger) : BackgroundService
{
    private const int MaxFold = 16_384;
    private const int RestFactor = 3;
    private static readonly TimeSpan MaxRest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(1);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Before anything listens: a state that does not belong to the log must stop the start.
        fold.CheckPairing();
        status.SetFolded(fold.Cursor);
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await log.WaitForMoreAsync(fold.Cursor, stoppingToken);
                await Task.Delay(FoldOnce(), time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                status.SetProjectionFailing(true);
                Log.FoldFailed(logger, fold.Cursor, error);
                await Task.Delay(RestAfterFailure, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Folds what waits and returns how long to rest.</summary>
    private TimeSpan FoldOnce()
    {
        var started = Stopwatch.GetTimestamp();
        var messages = log.ReadAfter(fold.Cursor, MaxFold);
        if (messages.Count == 0)
        {
            return TimeSpan.Zero;
        }

        var update = fold.Apply(messages);
        status.SetFolded(update.Cursor);
        status.SetProjectionFailing(false);
        feed.Publish(update);
        var took = Stopwatch.GetElapsedTime(started);
        metrics.RecordFold(messages.Count, took);
        var rest = took * RestFactor;
        return messages.Count == MaxFold ? TimeSpan.Zero : rest < MaxRest ? rest : MaxRest;
    }
}
