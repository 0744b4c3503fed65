using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Components.Messages;

/// <summary>Some lines of the ledger, newest first.</summary>
/// <param name="Entries">The lines that were found.</param>
/// <param name="NextBefore">Where to go on to find older ones; null when there are none.</param>
internal sealed record LedgerPage(IReadOnlyList<LedgerEntry> Entries, long? NextBefore);
