using System.Collections.Concurrent;
using Sensoro.Simulator.Delivery;

namespace Sensoro.Simulator.Bench.Load;

/// <summary>Counts the answers of all connections.</summary>
internal sealed class LoadTally
{
    private const int Success = 200;
    private readonly ConcurrentQueue<long> _unacknowledged = new();
    private long _acknowledged;

    public long Acknowledged => Interlocked.Read(ref _acknowledged);

    public LatencyHistogram Latency { get; } = new();

    public IReadOnlyList<long> Unacknowledged => [.. _unacknowledged];

    /// <returns>Whether the push was acknowledged.</returns>
    public bool Add(long index, int status, TimeSpan latency)
    {
        Latency.Add(latency);
        if (status == Success)
        {
            Interlocked.Increment(ref _acknowledged);
            return true;
        }

        _unacknowledged.Enqueue(index);
        return false;
    }
}
