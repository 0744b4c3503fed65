using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Projection;

/// <summary>
/// Follows the log and folds it: at idle at once, under load about once a second (<see cref="ProjectionPace"/>), and without rest
/// while a whole fold is waiting.
/// </summary>
internal sealed class ProjectionWorker(
    MessageLog log,
    LogFold fold,
    CarefulFold careful,
    LiveFeed feed,
    PipelineStatus status,
    ProjectionMetrics metrics,
    TimeProvider time,
    ILogger<ProjectionWorker> logger) : BackgroundService
{
    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(1);

    /// <summary>Between two tries of a message that fails by itself: what failed by chance may pass, and the others need not wait long.</summary>
    private static readonly TimeSpan RestOfSuspect = TimeSpan.FromMilliseconds(100);

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
                await RestAsync(FoldOnce(), stoppingToken);
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
        var started = time.GetTimestamp();
        var messages = log.ReadAfter(fold.Cursor, careful.Limit);
        if (messages.Count == 0)
        {
            return TimeSpan.Zero;
        }

        if (careful.Apply(messages) is not { } update)
        {
            return messages.Count > 1 ? TimeSpan.Zero : RestOfSuspect;
        }

        status.SetFolded(update.Cursor);
        status.SetProjectionFailing(false);
        feed.Publish(update);
        var took = time.GetElapsedTime(started);
        metrics.RecordFold(messages.Count, took);
        return ProjectionPace.RestAfter(messages.Count, took);
    }

    /// <summary>Rests, but not while a whole fold is waiting.</summary>
    private async Task RestAsync(TimeSpan rest, CancellationToken stoppingToken)
    {
        if (rest == TimeSpan.Zero)
        {
            return;
        }

        using var resting = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny(Task.Delay(rest, time, resting.Token), log.WaitForMoreAsync(fold.Cursor + ProjectionPace.EnoughToGoOn - 1, resting.Token));
        await resting.CancelAsync();
    }
}
