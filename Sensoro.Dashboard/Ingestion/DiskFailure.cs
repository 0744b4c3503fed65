using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Ingestion;

/// <summary>
/// Gives up after the disk has failed under the log. Nobody hears 200 any more: what waits and what comes is refused, and the
/// process ends so that it is started anew from what is really on disk.
/// </summary>
internal sealed class DiskFailure(IngestionQueue queue, PipelineStatus status, EmergencyExit exit, ILogger<DiskFailure> logger)
{
    private int _isKnown;

    /// <summary>Does so once. The log itself takes no batch after such an error, so what is queued fails without a write.</summary>
    public void GiveUp(StorageException error)
    {
        status.SetLogFailing(true);
        if (Interlocked.Exchange(ref _isKnown, 1) == 0)
        {
            queue.Close();
            Log.DiskFailed(logger, error.Message);
            exit.Begin();
        }
    }
}
