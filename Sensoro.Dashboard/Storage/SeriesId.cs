using System.Runtime.InteropServices;

namespace Sensoro.Dashboard.Storage;

/// <summary>Names one series by the short numbers that its rows carry.</summary>
/// <param name="DeviceId">Number of the device.</param>
/// <param name="MetricId">Number of the metric.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SeriesId(long DeviceId, int MetricId);
