using System.Diagnostics;
using System.Threading.Channels;

namespace Sensoro.Simulator.Bench.Load;

/// <summary>
/// Sends the pushes of a plan over its connections. In a closed loop each connection sends as soon as it has its answer. In an open
/// loop pushes fall due at their rate, whatever the answers take, and a latency counts from the moment its push was due: what
/// waited behind a slow answer is not left out.
/// </summary>
internal sealed class LoadGenerator : IDisposable
{
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly LoadPlan _plan;
    private readonly RequestBook _book;
    private readonly LoadConnection[] _connections;
    private readonly int _requestLength;
    private readonly Action<long>? _acknowledged;
    private long _next;

    /// <param name="plan">What to send.</param>
    /// <param name="acknowledged">Told the time stamp of every 200; any thread.</param>
    public LoadGenerator(LoadPlan plan, Action<long>? acknowledged = null)
    {
        var recipe = new PushRecipe(plan.Port, plan.FirstIndex, plan.Start, plan.RandomIds);
        _plan = plan;
        _acknowledged = acknowledged;
        _next = plan.FirstIndex;
        _requestLength = recipe.Length;
        _book = new RequestBook(recipe, plan.FirstIndex, plan.Prepared, plan.Repeats);
        _connections = [.. Enumerable.Range(0, plan.Connections).Select(_ => new LoadConnection(plan.Port))];
    }

    /// <summary>Number of the next push.</summary>
    public long NextIndex => Interlocked.Read(ref _next);

    public async Task RunAsync(TimeSpan duration, LoadTally tally, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(duration + AnswerLimit);
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        await (_plan.Rate > 0 ? OpenLoopAsync(end, tally, limit.Token) : ClosedLoopAsync(end, tally, limit.Token));
    }

    public void Dispose() => Array.ForEach(_connections, static connection => connection.Dispose());

    private Task ClosedLoopAsync(long end, LoadTally tally, CancellationToken cancellationToken) =>
        Task.WhenAll(_connections.Select(connection => Task.Run(
            async () =>
            {
                var spare = new byte[_requestLength];
                while (Stopwatch.GetTimestamp() < end && !cancellationToken.IsCancellationRequested && TryTake(out var index))
                {
                    await SendAsync(connection, index, Stopwatch.GetTimestamp(), spare, tally, cancellationToken);
                }
            },
            CancellationToken.None)));

    private async Task OpenLoopAsync(long end, LoadTally tally, CancellationToken cancellationToken)
    {
        var due = Channel.CreateUnbounded<long>(new UnboundedChannelOptions { SingleWriter = true });
        var workers = _connections.Select(connection => Task.Run(
            async () =>
            {
                var spare = new byte[_requestLength];
                await foreach (var at in due.Reader.ReadAllAsync(CancellationToken.None))
                {
                    if (TryTake(out var index))
                    {
                        await SendAsync(connection, index, at, spare, tally, cancellationToken);
                    }
                }
            },
            CancellationToken.None)).ToArray();
        await PaceAsync(due.Writer, end, cancellationToken);
        due.Writer.Complete();
        await Task.WhenAll(workers);
    }

    private async Task PaceAsync(ChannelWriter<long> due, long end, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Tick);
        var (start, step) = (Stopwatch.GetTimestamp(), Stopwatch.Frequency / _plan.Rate);
        for (long sent = 0; !cancellationToken.IsCancellationRequested;)
        {
            var now = Stopwatch.GetTimestamp();
            for (var at = start + (long)(sent * step); at <= now; at = start + (long)(++sent * step))
            {
                if (at >= end)
                {
                    return;
                }

                due.TryWrite(at);
            }

            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private bool TryTake(out long index)
    {
        index = Interlocked.Increment(ref _next) - 1;
        if (_plan.Limit <= 0 || index < _plan.FirstIndex + _plan.Limit)
        {
            return true;
        }

        Interlocked.Decrement(ref _next);
        return false;
    }

    private async ValueTask SendAsync(
        LoadConnection connection, long index, long from, byte[] spare, LoadTally tally, CancellationToken cancellationToken)
    {
        var status = await connection.SendAsync(_book.At(index, spare), cancellationToken);
        var now = Stopwatch.GetTimestamp();
        if (tally.Add(index, status, Stopwatch.GetElapsedTime(from, now)))
        {
            _acknowledged?.Invoke(now);
        }
    }
}
