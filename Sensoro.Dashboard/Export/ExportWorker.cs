using Microsoft.Extensions.Options;

namespace Sensoro.Dashboard.Export;

/// <summary>Writes the exports in the background, one or a few at a time, and removes the old ones.</summary>
internal sealed class ExportWorker(ExportJobs jobs, ExportRun run, IOptions<ExportOptions> options, TimeProvider time, ILogger<ExportWorker> logger) : BackgroundService
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            jobs.Load();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.FolderUnusable(logger, error);
        }

        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([SweepAsync(stoppingToken), .. Enumerable.Range(0, options.Value.MaxRunning).Select(_ => WriteAsync(stoppingToken))]);

    private async Task WriteAsync(CancellationToken stopping)
    {
        await Task.Yield();
        try
        {
            await foreach (var id in jobs.Queue.ReadAllAsync(stopping))
            {
                await WriteAsync(id, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    private async Task WriteAsync(string id, CancellationToken stopping)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        if (!jobs.TryBegin(id, cancellation, out var record, out var allowed))
        {
            return;
        }

        try
        {
            var (rows, bytes) = await run.WriteAsync(
                record, allowed, (done, size) => jobs.Progress(record = record with { Rows = done, Bytes = size }), cancellation.Token);
            record = record with { State = ExportState.Done, Rows = rows, Bytes = bytes };
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            record = stopping.IsCancellationRequested
                ? record with { State = ExportState.Failed, Fault = ExportFault.ProgramStopped }
                : record with { State = ExportState.Cancelled };
        }
        catch (ExportFailedException error)
        {
            Log.ExportEnded(logger, error.Fault);
            record = record with { State = ExportState.Failed, Fault = error.Fault };
        }
        catch (Exception error)
        {
            Log.ExportFailed(logger, error);
            record = record with { State = ExportState.Failed, Fault = ExportFault.NotPossible };
        }

        jobs.End(record);
    }

    private async Task SweepAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(SweepEvery, time);
        try
        {
            do
            {
                jobs.Sweep();
            }
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The program stops.
        }
    }
}
