using System.Runtime.InteropServices;

namespace Sensoro.Simulator.Bench.Servers;

/// <summary>How far the dashboard is.</summary>
/// <param name="LastId">The newest message in the log.</param>
/// <param name="FoldedId">The newest message that the state includes.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DashboardStats(long LastId, long FoldedId);
