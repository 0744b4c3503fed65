using Sensoro.Simulator.Delivery;

namespace Sensoro.Simulator.Torture.Sending;

/// <summary>Counts the answers of all connections.</summary>
internal sealed class SendTally
{
    private long _acknowledged;
    private long _refused;
    private long _unavailable;
    private long _unanswered;

    /// <summary>Of the pushes that should be taken.</summary>
    public LatencyHistogram Latency { get; } = new();

    public SendCounts Counts => new(
        Interlocked.Read(ref _acknowledged),
        Interlocked.Read(ref _refused),
        Interlocked.Read(ref _unavailable),
        Interlocked.Read(ref _unanswered),
        Latency.Percentile(99).TotalMilliseconds);

    public void Add(int status, bool isGood, TimeSpan took)
    {
        ref var counter = ref _unanswered;
        switch (status)
        {
            case >= 200 and < 300:
                counter = ref _acknowledged;
                break;
            case >= 400 and < 500:
                counter = ref _refused;
                break;
            case >= 500:
                counter = ref _unavailable;
                break;
            default:
                break;
        }

        Interlocked.Increment(ref counter);
        if (isGood && status > 0)
        {
            Latency.Add(took);
        }
    }
}
