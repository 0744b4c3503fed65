using Microsoft.Extensions.Options;

namespace Sensoro.Dashboard.Backup;

/// <summary>Makes the scheduled backups, and looks every minute which there are.</summary>
internal sealed class BackupWorker(
    BackupRun run, BackupStatus status, BackupMetrics metrics, IOptions<BackupOptions> options, TimeProvider time, ILogger<BackupWorker> logger) : BackgroundService
{
    /// <summary>A program that has just started has better things to do.</summary>
    internal static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(10);

    internal static readonly TimeSpan Tick = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);

    private DateTimeOffset _notBefore;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _notBefore = time.GetUtcNow() + AfterStart;
        await Task.Yield();
        try
        {
            await LookAsync(stoppingToken);
            using var timer = new PeriodicTimer(Tick, time);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops; what was being written is deleted.
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            Find();
            if (IsDue(time.GetUtcNow()))
            {
                await BackUpAsync(stoppingToken);
                Find();
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.FolderUnreadable(logger, run.Scheduled.Path, error);
        }
    }

    private void Find() => status.Found(run.Scheduled.List() is [var newest, ..] ? newest : null);

    /// <summary>A backup from the future was made with a wrong clock and says nothing.</summary>
    private bool IsDue(DateTimeOffset now) =>
        status.Now is { IsOn: true, LastAt: var last } && now >= _notBefore && (last is not { } at || (now - at).Duration() >= options.Value.Every);

    private async Task BackUpAsync(CancellationToken stoppingToken)
    {
        status.Began();
        BackupFault? fault = null;
        try
        {
            var made = await run.RunAsync(to: null, stoppingToken);
            Log.BackedUp(logger, made.Folder, made.Manifest.Database.Messages, made.Manifest.Size());
        }
        catch (BackupException error)
        {
            fault = error.Fault;
            _notBefore = time.GetUtcNow() + (options.Value.Every < AfterFailure ? options.Value.Every : AfterFailure);
            Log.BackupFailed(logger, error.Message);
        }
        finally
        {
            status.Ended(fault);
        }

        metrics.Count(isDone: fault is null);
    }
}
