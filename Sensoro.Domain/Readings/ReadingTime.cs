using Sensoro.Domain.Ledger;

namespace Sensoro.Domain.Readings;

/// <summary>Which time the readings of a push carry.</summary>
public static class ReadingTime
{
    /// <summary>A device clock further ahead than this would freeze its latest values for ever; the receipt counts instead.</summary>
    public static readonly TimeSpan FutureTolerance = TimeSpan.FromHours(24);

    /// <summary>The report's own time, or the time of receipt when it has none or one far in the future.</summary>
    public static DateTimeOffset Of(LedgerEntry entry) =>
        entry.CreatedAt is { } created && created <= entry.ReceivedAt + FutureTolerance ? created : entry.ReceivedAt;
}
