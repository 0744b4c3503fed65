using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Projection;

/// <summary>Ends maintenance when its time is over: a device nobody works on any more must be able to alarm somebody.</summary>
internal sealed class MaintenanceWorker(DeviceEdits edits, TimeProvider time, ILogger<MaintenanceWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        try
        {
            do
            {
                await EndAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await edits.EndMaintenanceAsync(time.GetUtcNow(), cancellationToken) is > 0 and var ended)
            {
                Log.MaintenanceEnded(logger, ended);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.MaintenanceNotEnded(logger, error);
        }
    }
}
