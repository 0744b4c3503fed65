using System.Runtime.InteropServices;

namespace Sensoro.Domain.Devices;

/// <summary>A latest value that was replaced.</summary>
/// <param name="Value">The value now.</param>
/// <param name="Before">The time of the value that was known when the changes were last taken; null when there was none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LatestChange(LatestValue Value, DateTimeOffset? Before);
