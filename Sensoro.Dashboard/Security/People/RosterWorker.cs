using Sensoro.Dashboard.Security.FirstRun;
using Sensoro.Dashboard.Security.SignIn;

namespace Sensoro.Dashboard.Security.People;

/// <summary>Knows everybody before the first request, looks every few seconds whether another program has changed somebody, and writes down who was there.</summary>
internal sealed class RosterWorker(Roster roster, SessionBook book, UnattendedSetUp unattended, TimeProvider time, ILogger<RosterWorker> logger) : BackgroundService
{
    /// <summary>Whoever is deactivated elsewhere can write for so long at most.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(3);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        roster.Reload();
        await unattended.RunAsync();
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
        while (await NextAsync(timer, stoppingToken))
        {
            try
            {
                roster.Reload();
            }
            catch (Exception error)
            {
                // What is known stays: a database that is away for a moment must sign nobody out.
                Log.RosterNotRead(logger, error);
            }

            await WriteAsync(stoppingToken);
        }
    }

    private async Task WriteAsync(CancellationToken stop)
    {
        try
        {
            await book.WriteAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The program ends; a few minutes of when somebody was seen last are not kept.
        }
        catch (Exception error)
        {
            // It is tried again; nobody is signed out for it.
            Log.SessionsNotWritten(logger, error);
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
