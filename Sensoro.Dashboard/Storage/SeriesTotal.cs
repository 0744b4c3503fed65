using System.Runtime.InteropServices;

namespace Sensoro.Dashboard.Storage;

/// <summary>What the readings of a span come to.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SeriesTotal(long Count, double Min, double Mean, double Max);
