using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Components.Messages;

/// <summary>Judges what became of a push.</summary>
internal static class PushFates
{
    /// <summary>Longer than any healthy way from a device to here takes.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(2);

    public static PushFate Of(LedgerEntry entry, bool isNewDevice) => entry switch
    {
        { Conflict: true } => PushFate.Conflict,
        { Deliveries: > 1 } => PushFate.SeenBefore,
        _ when isNewDevice => PushFate.NewDevice,
        _ when IsLate(entry) => PushFate.Late,
        _ => PushFate.Stored,
    };

    public static bool IsLate(LedgerEntry entry) => entry.Delay > LateAfter;
}
