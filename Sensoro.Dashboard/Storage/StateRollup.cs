using System.Runtime.InteropServices;

namespace Sensoro.Dashboard.Storage;

/// <summary>What the reports of an on/off metric within an hour or a day come to.</summary>
/// <param name="At">Its start, Unix milliseconds.</param>
/// <param name="Length">An hour or a day.</param>
/// <param name="Count">Number of reports.</param>
/// <param name="First">What the first one says.</param>
/// <param name="Last">What the last one says.</param>
/// <param name="IsUniform">All of them say the same.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StateRollup(long At, long Length, long Count, bool First, bool Last, bool IsUniform)
{
    public long End => At + Length;

    /// <summary>
    /// The longest silence that can hide at its two edges together, when reports come no more often than their interval. A device
    /// that also reports between its turns can hide a longer one; only the readings would tell.
    /// </summary>
    public long Slack(long interval) => Math.Max(0, Length - ((Count - 1) * interval));
}
