using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>One push of the device and what it changed.</summary>
/// <param name="Entry">The ledger's line.</param>
/// <param name="Changes">What changed, the most telling first; empty when everything stayed as it was.</param>
/// <param name="IsLate">Made before what was known already: it adds to the history and changes nothing.</param>
public sealed record MessageLine(LedgerEntry Entry, IReadOnlyList<ValueChange> Changes, bool IsLate);
