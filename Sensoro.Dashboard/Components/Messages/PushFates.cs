using Sensoro.Domain.Ledger;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.Messages;

/// <summary>Judges what became of a push.</summary>
internal static class PushFates
{
    public static PushFate Of(LedgerEntry entry, bool isNewDevice) => entry switch
    {
        { Conflict: true } => PushFate.Conflict,
        { ReplayedAt: not null } => PushFate.Replayed,
        { Deliveries: > 1 } => PushFate.SeenBefore,
        _ when isNewDevice => PushFate.NewDevice,
        _ when IsLate(entry) => PushFate.Late,
        _ => PushFate.Stored,
    };

    public static bool IsLate(LedgerEntry entry) => Lateness.Of(entry) is not null;
}
