using System.Runtime.InteropServices;
using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Storage;

/// <summary>A metric that a device has sent.</summary>
/// <param name="Id">The number its readings carry.</param>
/// <param name="Key">Metric key.</param>
/// <param name="Kind">Shape of its newest value.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MetricReference(int Id, string Key, MetricValueKind Kind);
