using System.Runtime.InteropServices;

namespace Sensoro.Dashboard.Storage;

/// <summary>One reading as the history keeps it, whatever its shape.</summary>
/// <param name="At">When the device reported it.</param>
/// <param name="Value">The number; x of a vector, longitude of a position; null for text.</param>
/// <param name="Y">y of a vector, latitude of a position.</param>
/// <param name="Z">z of a vector.</param>
/// <param name="Text">Text or JSON as sent.</param>
/// <param name="LateBy">Seconds between report and receipt of a late reading; null when in time.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StoredReading(DateTimeOffset At, double? Value, double? Y, double? Z, string? Text, int? LateBy);
