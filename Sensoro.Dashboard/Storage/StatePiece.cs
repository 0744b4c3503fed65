using System.Runtime.InteropServices;

namespace Sensoro.Dashboard.Storage;

/// <summary>A part of a span and how its on/off states are found out.</summary>
/// <param name="From">Unix milliseconds.</param>
/// <param name="To">Does not belong.</param>
/// <param name="Kind">How.</param>
/// <param name="Active">For a uniform part what its reports say.</param>
/// <param name="Changes">For a blurred part how often the state changed at least.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StatePiece(long From, long To, StatePieceKind Kind, bool Active = false, int Changes = 0);
