using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Projection;

/// <summary>Brings what staff change about devices to the projection, which remembers them, and to everything that shows them.</summary>
internal sealed class DeviceEditWorker(EditedDevices edited, LogFold fold, LiveFeed feed, ILogger<DeviceEditWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                feed.Publish(fold.Reread(await edited.TakeAsync(stoppingToken)));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                // The pages show it with the next push of the device, or when they are loaded anew.
                Log.EditsNotPublished(logger, error);
            }
        }
    }
}
