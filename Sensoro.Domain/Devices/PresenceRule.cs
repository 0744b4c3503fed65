using System.Runtime.InteropServices;

namespace Sensoro.Domain.Devices;

/// <summary>
/// When a silent device counts as late and as lost, in multiples of its own upload interval. Half an interval of grace forgives one
/// slow upload; three intervals mean that at least two uploads in a row never came.
/// </summary>
/// <param name="DefaultInterval">The interval of devices that never reported one.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PresenceRule(TimeSpan DefaultInterval)
{
    public const double LateAfter = 1.5;
    public const double LostAfter = 3;

    // No device sleeps for more than a year; a larger number is a mistake and must not overflow the calendar.
    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(366);

    /// <param name="lastHeardAt">The device's last sign of life.</param>
    /// <param name="interval">What the device reported; null, zero or less means that it is not known.</param>
    public (DateTimeOffset LateAt, DateTimeOffset LostAt) From(DateTimeOffset lastHeardAt, TimeSpan? interval)
    {
        var expected = interval is { } own && own > TimeSpan.Zero ? own : DefaultInterval;
        expected = expected > LongestInterval ? LongestInterval : expected;
        return (Add(lastHeardAt, expected * LateAfter), Add(lastHeardAt, expected * LostAfter));
    }

    private static DateTimeOffset Add(DateTimeOffset moment, TimeSpan wait) =>
        DateTimeOffset.MaxValue - moment < wait ? DateTimeOffset.MaxValue : moment + wait;
}
