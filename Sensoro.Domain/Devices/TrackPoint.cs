using System.Runtime.InteropServices;

namespace Sensoro.Domain.Devices;

/// <summary>Where a moving device was.</summary>
/// <param name="At">When it reported.</param>
/// <param name="Place">Where, WGS-84.</param>
/// <param name="IsAfterGap">Too long after the point before it: nobody knows the way between the two.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TrackPoint(DateTimeOffset At, GeoPoint Place, bool IsAfterGap = false);
