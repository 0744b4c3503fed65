namespace Sensoro.Domain.Devices;

/// <summary>Finds where a way is interrupted: a silence after which the device would have counted as lost.</summary>
public static class TrackGaps
{
    /// <summary>
    /// Marks the points behind a gap. Intervals are changed by tasks: where a device used to report more rarely than it does now, its
    /// points lie evenly, and a silence counts only when it is far longer than those beside it, too.
    /// </summary>
    /// <param name="track">Oldest first.</param>
    /// <param name="longest">A longer silence may be a gap.</param>
    public static IReadOnlyList<TrackPoint> Mark(IReadOnlyList<TrackPoint> track, TimeSpan longest) =>
        [.. track.Select((point, i) => point with { IsAfterGap = point.IsAfterGap || (i > 0 && IsGapBefore(track, i, longest)) })];

    private static bool IsGapBefore(IReadOnlyList<TrackPoint> track, int i, TimeSpan longest)
    {
        var silence = Before(i);
        if (silence <= longest)
        {
            return false;
        }

        var beside = TimeSpan.MaxValue;
        beside = i > 1 ? Before(i - 1) : beside;
        beside = i + 1 < track.Count && Before(i + 1) < beside ? Before(i + 1) : beside;
        return beside == TimeSpan.MaxValue || silence > beside * PresenceRule.LostAfter;

        TimeSpan Before(int index) => track[index].At - track[index - 1].At;
    }
}
