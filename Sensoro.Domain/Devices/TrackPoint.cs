using System.Runtime.InteropServices;

namespace Sensoro.Domain.Devices;

/// <summary>Where a moving device was.</summary>
/// <param name="At">When it reported.</param>
/// <param name="Place">Where, WGS-84.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TrackPoint(DateTimeOffset At, GeoPoint Place);
