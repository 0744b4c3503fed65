using System.Diagnostics;
using Sensoro.Simulator.Bench.Servers;

namespace Sensoro.Simulator.Bench.Pushes;

/// <summary>Looks ten times a second how far the dashboard is, until it is told to stop.</summary>
internal sealed class LagWatch : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    private readonly DashboardChild _dashboard;
    private readonly CancellationTokenSource _stop = new();
    private readonly LagHistory _history = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Task _watch;

    public LagWatch(DashboardChild dashboard)
    {
        _dashboard = dashboard;
        _watch = WatchAsync();
    }

    /// <summary>Ends the watch.</summary>
    /// <returns>The longest lag seen.</returns>
    public async Task<TimeSpan> StopAsync()
    {
        await _stop.CancelAsync();
        await _watch;
        return _history.Longest;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Beat);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                var stats = await _dashboard.StatsAsync(_stop.Token);
                _history.Add(_clock.Elapsed, stats);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The measurement is over.
        }
    }
}
