using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Projection;

/// <summary>
/// Counts the devices by state once for everybody and publishes the counts: at most once a second while pushes come, and
/// every five seconds when none do, because devices grow late by themselves.
/// </summary>
internal sealed class FleetCountWorker(FleetQueries fleet, LiveFeed feed, TimeProvider time, ILogger<FleetCountWorker> logger) : BackgroundService
{
    private const int IdleTicks = 5;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        var (counted, idle) = (-1L, 0);
        try
        {
            do
            {
                if (feed.Cursor != counted || ++idle >= IdleTicks)
                {
                    (counted, idle) = (feed.Cursor, 0);
                    await CountAsync(stoppingToken);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        try
        {
            feed.Publish(new FeedUpdate { Cursor = feed.Cursor, Counts = await fleet.CountAsync(time.GetUtcNow(), cancellationToken) });
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.CountFailed(logger, error);
        }
    }
}
