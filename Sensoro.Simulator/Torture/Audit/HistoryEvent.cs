using System.Runtime.InteropServices;

namespace Sensoro.Simulator.Torture.Audit;

/// <summary>One line of a history, in order: a good push left, or was acknowledged.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HistoryEvent(long Number, bool IsAcknowledgement);
