using FsCheck.Xunit;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Tests.Storage;

/// <summary>On/off metrics as intervals: what the roll-ups skip must not change what is told.</summary>
public sealed class StateQueriesTests
{
    private static readonly DateTimeOffset Now = HistoryStage.Now;
    private static readonly int[] Intervals = [60, 300, 1_200, 3_600, 14_400, 86_400];

    [Property(MaxTest = 25)]
    public async Task<bool> States_OfAnyRange_EqualTheReportsReadOneByOne(int seed)
    {
        var random = new Random(seed);
        await using var stage = new HistoryStage();
        var interval = TimeSpan.FromSeconds(Intervals[random.Next(Intervals.Length)]);
        stage.AddDevice("A", interval);
        var reports = Reports(random, interval);
        stage.Report("door", 2, reports.Select(static report => (report.At, report.Active ? 1.0 : 0)));
        for (var tries = 0; tries < 5; tries++)
        {
            var from = Milliseconds(Now - (random.NextDouble() * (Now - reports[0].At + interval)));
            var range = HistoryStage.Range(from, Milliseconds(from + ((Now - from) * random.NextDouble())).AddMilliseconds(1));
            var found = await ReadAsync(stage, range, StateRequest.MaxIntervals);
            if (!found.SequenceEqual(StateThinner.Thin(OneByOne(reports, range, interval), StateRequest.MaxIntervals)))
            {
                return false;
            }
        }

        return true;
    }

    [Fact]
    public async Task State_OfADoorThatOpenedOnce_LastsUntilTheNextReportAndUpToNow()
    {
        await using var stage = new HistoryStage();
        stage.AddDevice("A", TimeSpan.FromMinutes(10));
        var start = Now.AddDays(-3);
        var opened = start.AddHours(30).AddMinutes(10);
        stage.Report("door", 2, Every(start, Now, 10).Select(at => (at, at >= opened && at < opened.AddMinutes(20) ? 1.0 : 0)));

        var found = await ReadAsync(stage, HistoryStage.Range(start.AddMinutes(-5), Now.AddDays(1)), 500);

        Assert.Equal([new(start, opened, false), new(opened, opened.AddMinutes(20), true), new(opened.AddMinutes(20), Now, false)], found);
    }

    [Fact]
    public async Task State_OfADeviceThatFellSilent_EndsOneIntervalAfterItsLastReport()
    {
        await using var stage = new HistoryStage();
        stage.AddDevice("A", TimeSpan.FromMinutes(10));
        var (start, back) = (Now.AddHours(-10), Now.AddHours(-2));
        stage.Report("door", 2, Every(start, start.AddHours(3), 10).Concat(Every(back, Now, 10)).Select(static at => (at, 1.0)));

        var found = await ReadAsync(stage, HistoryStage.Range(start, Now), 500);

        Assert.Equal([new(start, start.AddHours(3), true), new(back, Now, true)], found);
    }

    [Fact]
    public async Task State_WithMoreChangesThanTheBudget_IsMergedIntoStretchesThatCountThem()
    {
        await using var stage = new HistoryStage();
        stage.AddDevice("A", TimeSpan.FromMinutes(10));
        stage.Report("door", 2, Every(Now.AddHours(-20), Now, 10).Select(static (at, i) => (at, i % 2 * 1.0)));

        var found = await ReadAsync(stage, HistoryStage.Range(Now.AddHours(-20), Now), 10);

        Assert.InRange(found.Count, 1, 10);
        Assert.All(found, static stretch => Assert.Null(stretch.Active));
        Assert.Equal(119, found.Sum(static stretch => stretch.Changes) + found.Count - 1);
    }

    [Fact]
    public async Task State_BeforeRetention_IsToldByTheHour()
    {
        await using var stage = new HistoryStage();
        stage.AddDevice("A", TimeSpan.FromMinutes(10));
        var today = new DateTimeOffset(Now.Date, TimeSpan.Zero);
        var from = today.AddDays(-2);
        var opened = from.AddHours(5).AddMinutes(20);
        stage.Report("door", 2, Every(from, Now, 10).Select(at => (at, at >= opened && at < opened.AddMinutes(20) ? 1.0 : 0)));
        stage.ForgetReadingsBefore(today);

        var found = await ReadAsync(stage, HistoryStage.Range(from, Now), 500);

        Assert.Equal([false, null, false], found.Select(static stretch => stretch.Active));
        Assert.Equal((from.AddHours(5), from.AddHours(6), 2), (found[1].From, found[1].To, found[1].Changes));
        Assert.Equal((from, Now), (found[0].From, found[^1].To));
    }

    private static IEnumerable<DateTimeOffset> Every(DateTimeOffset from, DateTimeOffset to, int minutes)
    {
        for (var at = from; at < to; at = at.AddMinutes(minutes))
        {
            yield return at;
        }
    }

    /// <summary>Reports never closer than the interval, some of them missing, with changes here and there.</summary>
    private static List<(DateTimeOffset At, bool Active)> Reports(Random random, TimeSpan interval)
    {
        var (count, calm) = (random.Next(1, 1_000), random.Next(1, 200));
        var (at, active) = (Now - (interval * count) - TimeSpan.FromMilliseconds(random.Next(1, 5_000_000)), false);
        var reports = new List<(DateTimeOffset, bool)>();
        while (at < Now)
        {
            reports.Add((at, active));
            active ^= random.Next(calm) == 0;
            at += interval * random.Next(60) switch { 0 => 2, 1 => 3, 2 => 4, 3 => 30, 4 => 1.02, _ => 1 };
        }

        return reports;
    }

    private static IReadOnlyList<StateInterval> OneByOne(List<(DateTimeOffset At, bool Active)> reports, TimeRange range, TimeSpan interval)
    {
        var timeline = new StateTimeline(range, interval, 3 * interval);
        foreach (var (at, active) in reports.Where(report => report.At < range.To))
        {
            timeline.Add(Milliseconds(at), active);
        }

        return timeline.Finish(Now);
    }

    private static DateTimeOffset Milliseconds(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());

    private static async Task<IReadOnlyList<StateInterval>> ReadAsync(HistoryStage stage, TimeRange range, int budget) =>
        Assert.Single(await stage.Get<StateQueries>().ReadAsync(new StateRequest { Keys = [new("A", "door")], Range = range, Intervals = budget }, CancellationToken.None)).Intervals;
}
