using System.Runtime.InteropServices;

namespace Sensoro.Domain.Readings;

/// <summary>Names one series: a metric of a device.</summary>
/// <param name="Sn">Serial number of the device.</param>
/// <param name="Metric">Metric key.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SeriesKey(string Sn, string Metric);
