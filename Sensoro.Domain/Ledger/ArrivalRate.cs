using System.Runtime.InteropServices;

namespace Sensoro.Domain.Ledger;

/// <summary>How many pushes came lately, beside the same hour a week ago: fleets keep weekly habits, so that is what to expect.</summary>
/// <param name="LastHour">Pushes of the last 60 full minutes.</param>
/// <param name="WeekBefore">Pushes of the same 60 minutes a week before.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ArrivalRate(long LastHour, long WeekBefore)
{
    /// <summary>Fewer in an hour say nothing: one device more or less would be an incident.</summary>
    public const int FewestToCompare = 60;

    /// <summary>Below this share of what is usual something is wrong with the whole stream, not with a device.</summary>
    public const double FarBelow = 0.25;

    /// <summary>The whole stream has become thin: one incident, however many devices are silent because of it.</summary>
    public bool IsFarBelow => WeekBefore >= FewestToCompare && LastHour < FarBelow * WeekBefore;
}
