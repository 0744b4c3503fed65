using System.Runtime.InteropServices;

namespace Sensoro.Dashboard.Storage;

/// <summary>How much of a series lies in a span, told by the roll-ups.</summary>
/// <param name="Count">Number of readings.</param>
/// <param name="First">No reading is earlier, Unix milliseconds.</param>
/// <param name="End">Every reading is earlier.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SeriesExtent(long Count, long First, long End);
