using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Components.Messages;

/// <summary>A line of the ledger as it is shown.</summary>
/// <param name="Entry">The push.</param>
/// <param name="IsNewDevice">It was the first push of its device; known only of those that arrived while the page was open.</param>
public sealed record LedgerRow(LedgerEntry Entry, bool IsNewDevice)
{
    public long Id => Entry.Id;
}
