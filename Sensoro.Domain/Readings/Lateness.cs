using Sensoro.Domain.Ledger;

namespace Sensoro.Domain.Readings;

/// <summary>When a push counts as late: the ledger, the history and the charts mark the same ones.</summary>
public static class Lateness
{
    /// <summary>Longer than any healthy way from a device to here takes.</summary>
    public static readonly TimeSpan Allowance = TimeSpan.FromMinutes(2);

    /// <summary>How long after its report a late push was received; null when it came in time or carried no time.</summary>
    public static TimeSpan? Of(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Delay is { } delay && delay > Allowance ? delay : null;
    }
}
