using System.Numerics;

namespace Sensoro.Simulator.Delivery;

/// <summary>
/// How long answers took. Buckets grow with the time they stand for, so a percentile is right to about three percent from a
/// microsecond to an hour while counting stays one increment. Any number of threads.
/// </summary>
public sealed class LatencyHistogram
{
    /// <summary>Each doubling of the time is split in so many buckets.</summary>
    private const int Parts = 32;

    private const int PartBits = 5;
    private const int Doublings = 32;
    private const int Buckets = Parts * (Doublings + 1);

    private readonly long[] _buckets = new long[Buckets];
    private long _longest;
    private long _count;

    /// <summary>Number of answers.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>The slowest answer, exact to the microsecond.</summary>
    public TimeSpan Longest => TimeSpan.FromMicroseconds(Interlocked.Read(ref _longest));

    internal void Add(TimeSpan latency)
    {
        var microseconds = Math.Max(0, (long)latency.TotalMicroseconds);
        Interlocked.Increment(ref _count);
        Interlocked.Increment(ref _buckets[BucketOf(microseconds)]);
        var longest = Interlocked.Read(ref _longest);
        while (microseconds > longest)
        {
            var seen = Interlocked.CompareExchange(ref _longest, microseconds, longest);
            longest = seen == longest ? microseconds : seen;
        }
    }

    /// <summary>The time that so many of a hundred answers did not exceed; zero when there was none.</summary>
    public TimeSpan Percentile(double percent)
    {
        var wanted = (long)Math.Ceiling(Count * percent / 100);
        long passed = 0;
        for (var bucket = 0; bucket < _buckets.Length && wanted > 0; bucket++)
        {
            passed += Interlocked.Read(ref _buckets[bucket]);
            if (passed >= wanted)
            {
                return TimeSpan.FromMicroseconds(Math.Min(UpperEdge(bucket), Interlocked.Read(ref _longest)));
            }
        }

        return Longest;
    }

    private static int BucketOf(long microseconds)
    {
        if (microseconds < Parts)
        {
            return (int)microseconds;
        }

        // The highest bit tells the doubling, the five bits after it the part of it.
        var doubling = BitOperations.Log2((ulong)microseconds) - PartBits;
        var part = (int)(microseconds >> doubling) - Parts;
        return doubling >= Doublings ? Buckets - 1 : (Parts * (doubling + 1)) + part;
    }

    /// <summary>The longest time a bucket stands for; the last one takes everything beyond the scale.</summary>
    private static long UpperEdge(int bucket)
    {
        if (bucket == Buckets - 1)
        {
            return long.MaxValue;
        }

        var doubling = (bucket / Parts) - 1;
        return doubling < 0 ? bucket : (((long)(bucket % Parts) + Parts + 1) << doubling) - 1;
    }
}
