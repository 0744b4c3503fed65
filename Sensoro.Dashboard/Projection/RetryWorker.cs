using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Projection;

/// <summary>Tries messages that were set aside again when somebody asks for it: after an update of the program, mostly.</summary>
internal sealed class RetryWorker(SetAsideMessages setAside, MessageLog log, LogFold fold, LiveFeed feed, TimeProvider time, ILogger<RetryWorker> logger) : BackgroundService
{
    /// <summary>Tries all of them once.</summary>
    internal async Task RetryAsync(CancellationToken cancellationToken)
    {
        foreach (var message in await setAside.ListAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Retry(message);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            TaskCompletionSource retry;
            try
            {
                retry = await setAside.NextRetryAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            try
            {
                await RetryAsync(stoppingToken);
                retry.SetResult();
            }
            catch (Exception error)
            {
                // Whoever asked hears of it; the next one may ask again.
                retry.SetException(error);
            }
        }
    }

    private void Retry(SetAsideMessage message)
    {
        if (log.ReadAfter(message.Id - 1, 1) is not [var found] || found.Entry.Id != message.Id)
        {
            fold.Forget(message.Id); // retention has taken it
            return;
        }

        try
        {
            feed.Publish(fold.Retry(found));
            Log.MessageFoldedAfterAll(logger, message.Id);
        }
        catch (Exception error) when (!fold.IsUnwritable(error))
        {
            fold.SetAsideAgain(found, error, message.Tries + 1, time.GetUtcNow());
            Log.MessageFailedAgain(logger, message.Id, error);
        }
    }
}
