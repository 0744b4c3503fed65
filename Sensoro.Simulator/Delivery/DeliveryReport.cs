using System.Globalization;

namespace Sensoro.Simulator.Delivery;

/// <summary>What became of the pushes so far. Counters only grow; any thread may read them while the fleet is running.</summary>
public sealed class DeliveryReport
{
    /// <summary>Key of a delivery that found nobody listening or lost its connection.</summary>
    internal const int NoConnection = 0;

    /// <summary>Key of a delivery that was not answered in time.</summary>
    internal const int NoAnswer = 1;

    private const int HighestStatus = 999;

    private readonly long[] _answers = new long[HighestStatus + 1];
    private long _acknowledged;
    private long _stored;
    private long _lost;
    private long _retries;
    private long _refused;
    private long _mistaken;
    private long _cutOff;

    /// <summary>Well-formed pushes answered with 2xx; one that was sent twice counts twice.</summary>
    public long Acknowledged => Interlocked.Read(ref _acknowledged);

    /// <summary>Different messages among them: what the receiver must hold now, each once.</summary>
    public long Stored => Interlocked.Read(ref _stored);

    /// <summary>Well-formed pushes given up after four deliveries without a 2xx.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>Well-formed pushes that were under way when the run was cancelled; nobody knows what became of them.</summary>
    public long CutOff => Interlocked.Read(ref _cutOff);

    /// <summary>Deliveries that repeated one that was not acknowledged.</summary>
    public long Retries => Interlocked.Read(ref _retries);

    /// <summary>Pushes that were wrong on purpose and were refused to the end, as they should be.</summary>
    public long RefusedRightly => Interlocked.Read(ref _refused);

    /// <summary>Pushes that were wrong on purpose and were answered with 2xx all the same.</summary>
    public long AcceptedWrongly => Interlocked.Read(ref _mistaken);

    /// <summary>All deliveries, answered or not.</summary>
    public long Deliveries => _answers.Sum();

    /// <summary>Time from sending to the complete answer, of every delivery that was answered.</summary>
    public LatencyHistogram Latency { get; } = new();

    /// <summary>What the deliveries met, the most frequent first.</summary>
    public IReadOnlyList<AnswerCount> Answers() =>
    [
        .. _answers
            .Select(static (count, answer) => new AnswerCount(Label(answer), count))
            .Where(static answer => answer.Count > 0)
            .OrderByDescending(static answer => answer.Count),
    ];

    internal void CountAnswer(int answer) => Interlocked.Increment(ref _answers[Math.Clamp(answer, 0, HighestStatus)]);

    internal void CountRetry() => Interlocked.Increment(ref _retries);

    internal void CountOutcome(bool wellFormed, bool acknowledged)
    {
        ref var counter = ref _acknowledged;
        switch (wellFormed, acknowledged)
        {
            case (true, false):
                counter = ref _lost;
                break;
            case (false, true):
                counter = ref _mistaken;
                break;
            case (false, false):
                counter = ref _refused;
                break;
            case (true, true):
            default:
                break;
        }

        Interlocked.Increment(ref counter);
    }

    internal void CountCutOff() => Interlocked.Increment(ref _cutOff);

    internal void CountStored() => Interlocked.Increment(ref _stored);

    private static string Label(int answer) => answer switch
    {
        NoConnection => "no connection",
        NoAnswer => "no answer in time",
        _ => answer.ToString(CultureInfo.InvariantCulture),
    };
}
