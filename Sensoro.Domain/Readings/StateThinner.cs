namespace Sensoro.Domain.Readings;

/// <summary>Fits the intervals of a state into a budget: neighbours too short to be told apart become one stretch that counts its changes.</summary>
public static class StateThinner
{
    /// <summary>
    /// Long intervals stay as they are, and so does a short one between two long ones. The merged stretches together are as long
    /// as what they are made of and the gaps between it.
    /// </summary>
    /// <param name="intervals">Oldest first.</param>
    /// <param name="budget">At least one.</param>
    public static IReadOnlyList<StateInterval> Thin(IReadOnlyList<StateInterval> intervals, int budget)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(budget, 1);
        if (intervals.Count <= budget)
        {
            return intervals;
        }

        var span = intervals[^1].To - intervals[0].From;
        var shortest = span / budget;
        for (; ; shortest *= 2)
        {
            var merged = Merge(intervals, shortest);
            if (merged.Count <= budget)
            {
                return merged;
            }
        }
    }

    private static List<StateInterval> Merge(IReadOnlyList<StateInterval> intervals, TimeSpan shortest)
    {
        var merged = new List<StateInterval>();
        var canGrow = false;
        foreach (var interval in intervals)
        {
            var isShort = interval.Length < shortest;
            if (isShort && canGrow && interval.From - merged[^1].To < shortest)
            {
                merged[^1] = Joined(merged[^1], interval);
            }
            else
            {
                merged.Add(interval);
            }

            // No stretch gets much longer than what is too short to be seen.
            canGrow = isShort && merged[^1].Length < shortest;
        }

        return merged;
    }

    // Two stretches of the same state have a gap between them, not a change.
    private static StateInterval Joined(StateInterval first, StateInterval second) =>
        new(first.From, second.To, null, first.Changes + second.Changes + (first.Active is { } state && state == second.Active ? 0 : 1));
}
