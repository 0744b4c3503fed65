using System.Runtime.InteropServices;

namespace Sensoro.Dashboard.Projection;

/// <summary>Where a reading of one device belongs: by metric, by time, and for the same time in the order of the log.</summary>
/// <param name="MetricId">Number of the metric.</param>
/// <param name="At">Unix milliseconds.</param>
/// <param name="Index">Place of the reading among those of the fold.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SortedReading(int MetricId, long At, int Index)
{
    public static int Compare(SortedReading one, SortedReading other)
    {
        var order = one.MetricId.CompareTo(other.MetricId);
        order = order != 0 ? order : one.At.CompareTo(other.At);
        return order != 0 ? order : one.Index.CompareTo(other.Index);
    }
}
