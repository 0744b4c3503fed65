using System.Diagnostics;
using Sensoro.Simulator.Bench.Load;

namespace Sensoro.Simulator.Torture.Sending;

/// <summary>
/// Many connections that send as fast as they are answered, or at a rate. A quarter of the requests repeats an earlier push, most
/// often one of the last seconds, whatever became of it.
/// </summary>
internal sealed class TortureSender(SendPlan plan, HistoryWriter history, TimeProvider time) : IDisposable
{
    private const double RecentShare = 0.8;
    private const int Recent = 2_000;

    /// <summary>Nobody there: a sender that tries again at once would fill the history with nothing else.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(2);

    private readonly RequestWriter _requests = new(plan.Port, time);
    private readonly SemaphoreSlim _due = new(0);
    private long _next = plan.First;
    private double _rate = plan.Rate;

    public SendTally Tally { get; } = new();

    /// <summary>Sends at another rate from now on, if it sends at a rate at all; what was due and has not left is left out.</summary>
    public void ChangeRate(double rate)
    {
        Volatile.Write(ref _rate, rate);
        while (_due.Wait(0))
        {
            // Left out.
        }
    }

    /// <summary>Sends until it is told to stop; what is under way then is waited for.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var connections = Enumerable.Range(0, plan.Connections).Select(index => Task.Run(() => SendAsync(new Random(HashCode.Combine(plan.Seed, plan.First, index)), stop), CancellationToken.None));
        await Task.WhenAll([PaceAsync(stop), .. connections]);
    }

    public void Dispose() => _due.Dispose();

    private async Task SendAsync(Random random, CancellationToken stop)
    {
        var mint = new PushMint(plan.Seed, plan.Start);
        using var connection = new LoadConnection(plan.Port);
        while (await IsDueAsync(stop))
        {
            var push = mint.Make(random.NextDouble() < plan.Repeats ? Earlier(random) : Next());
            await history.AddAsync(HistoryLine.Of(push));

            // Its own record is no part of what the program takes.
            var from = Stopwatch.GetTimestamp();
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(plan.AnswerSeconds), time);
            var status = await connection.SendAsync(_requests.Write(push), limit.Token);
            _ = history.AddAsync(HistoryLine.Of(push.Number, status));
            Tally.Add(status, push.Intent == PushIntent.Good, Stopwatch.GetElapsedTime(from));
            if (status == 0)
            {
                await Task.Delay(Pause, time, CancellationToken.None);
            }
        }
    }

    /// <summary>Waits until another request may leave; false at the end.</summary>
    private async ValueTask<bool> IsDueAsync(CancellationToken stop)
    {
        if (plan.Rate > 0)
        {
            await _due.WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return !stop.IsCancellationRequested;
    }

    private async Task PaceAsync(CancellationToken stop)
    {
        var due = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(Tick, time);
        while (plan.Rate > 0 && !stop.IsCancellationRequested)
        {
            for (var now = Stopwatch.GetTimestamp(); due <= now; due += (long)(Stopwatch.Frequency / Volatile.Read(ref _rate)))
            {
                _due.Release();
            }

            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private long Next() => Interlocked.Increment(ref _next) - 1;

    private long Earlier(Random random)
    {
        var next = Interlocked.Read(ref _next);
        var oldest = random.NextDouble() < RecentShare ? Math.Max(0, next - Recent) : 0;
        return oldest < next ? random.NextInt64(oldest, next) : Next();
    }
}
