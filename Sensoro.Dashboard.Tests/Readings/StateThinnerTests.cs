using FsCheck.Xunit;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Tests.Readings;

public sealed class StateThinnerTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Property]
    public bool Intervals_OfAnyLengths_FitTheBudgetAndKeepTheirEndsAndChanges(ushort[] lengths, byte budget)
    {
        var intervals = Intervals(lengths);
        var thin = StateThinner.Thin(intervals, budget + 1);
        return thin.Count <= budget + 1
            && (intervals.Count == 0 || (thin[0].From == intervals[0].From && thin[^1].To == intervals[^1].To))
            && thin.Zip(thin.Skip(1)).All(static pair => pair.First.To <= pair.Second.From)
            && (intervals.Count == 0 || thin.Sum(static one => one.Changes) + thin.Count == intervals.Count);
    }

    [Fact]
    public void Interval_ThatStandsBetweenLongOnes_StaysVisible()
    {
        List<StateInterval> intervals = [.. Intervals([5_000, 1, 5_000, 1, 1, 1, 1])];

        var thin = StateThinner.Thin(intervals, 4);

        Assert.Equal(intervals.Take(3), thin.Take(3));
        Assert.Equal((null, 3), (thin[3].Active, thin[3].Changes));
    }

    /// <summary>On and off in turn, without gaps.</summary>
    private static List<StateInterval> Intervals(ushort[] lengths)
    {
        var intervals = new List<StateInterval>();
        var at = Start;
        foreach (var length in lengths)
        {
            intervals.Add(new StateInterval(at, at.AddSeconds(length + 1), intervals.Count % 2 == 0));
            at = intervals[^1].To;
        }

        return intervals;
    }
}
