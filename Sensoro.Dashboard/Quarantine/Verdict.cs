namespace Sensoro.Dashboard.Quarantine;

/// <summary>What came of verifying or replaying one refused push.</summary>
/// <param name="Kind">The outcome.</param>
/// <param name="Reason">Why it is refused still, as the counters name it; null when it is not.</param>
/// <param name="At">When it was judged.</param>
public sealed record Verdict(VerdictKind Kind, string? Reason, DateTimeOffset At);
