using System.Globalization;

namespace Sensoro.Simulator.Torture.Audit;

/// <summary>What one audit counted and where it found the rule broken.</summary>
internal sealed record RoundReport
{
    public required long Requests { get; init; }

    public required long Pushes { get; init; }

    /// <summary>Pushes with at least one 2xx.</summary>
    public required long Acknowledged { get; init; }

    /// <summary>Pushes that may be stored or not: no 2xx, and not refused each time.</summary>
    public required long Open { get; init; }

    /// <summary>Of these, how many are stored.</summary>
    public required long OpenStored { get; init; }

    public required long Rows { get; init; }

    public required Violations Violations { get; init; }

    public static RoundReport Of(History history, IReadOnlyList<StoredMessage> rows, Violations violations)
    {
        var open = history.Pushes.Where(static push => push is { Acknowledged: 0, MustBeAbsent: false }).Select(static push => push.Push.Identity).ToHashSet();
        return new RoundReport
        {
            Requests = history.Pushes.Sum(static push => push.Sent),
            Pushes = history.Pushes.Count,
            Acknowledged = history.Pushes.LongCount(static push => push.Acknowledged > 0),
            Open = open.Count,
            OpenStored = rows.LongCount(row => open.Contains(row.Identity)),
            Rows = rows.Count,
            Violations = violations,
        };
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Requests:N0} requests for {Pushes:N0} pushes, {Acknowledged:N0} acknowledged, {Open:N0} open ({OpenStored:N0} of them stored), {Rows:N0} rows: {(Violations.IsEmpty ? "clean" : "BROKEN")}");
}
