namespace Sensoro.Simulator.Torture.Sending;

/// <summary>What a sender has met so far.</summary>
/// <param name="Acknowledged">2xx.</param>
/// <param name="Refused">4xx.</param>
/// <param name="Unavailable">5xx.</param>
/// <param name="Unanswered">Reset, closed or too slow.</param>
/// <param name="P99">Milliseconds to the answer, of what should be taken.</param>
internal sealed record SendCounts(long Acknowledged, long Refused, long Unavailable, long Unanswered, double P99)
{
    public static SendCounts None { get; } = new(0, 0, 0, 0, 0);
}
