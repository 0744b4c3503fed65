using Sensoro.Domain.Ledger;

namespace Sensoro.Domain.Readings;

/// <summary>When a push counts as late: the ledger, the history and the charts mark the same ones.</summary>
public static class Lateness
{
    /// <summary>Longer than any healthy way from a device to here takes.</summary>
    public static readonly TimeSpan Allowance = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How long after its report a late push could be stored; null when that was in time, or when it carried no time. One that had
    /// been refused became known only when it was replayed.
    /// </summary>
    public static TimeSpan? Of(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var delay = entry.ReplayedAt is { } replayed ? replayed - entry.CreatedAt : entry.Delay;
        return delay > Allowance ? delay : null;
    }
}
