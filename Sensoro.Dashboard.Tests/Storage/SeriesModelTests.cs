using FsCheck.Xunit;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Tests.Storage;

/// <summary>What the roll-ups answer against the readings counted one by one, for any range and resolution.</summary>
public sealed class SeriesModelTests
{
    private static readonly int[] Steps = [1, 60, 299, 600, 3_600, 7_000, 40_000, 200_000];
    private static readonly string[] Zones = ["UTC", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Asia/Shanghai"];

    // Clocks change in New York and on Lord Howe within the weeks after each of these.
    private static readonly DateTimeOffset[] Starts =
        [new(2026, 2, 27, 3, 17, 11, TimeSpan.Zero), new(2026, 3, 30, 22, 0, 0, TimeSpan.Zero), new(2026, 9, 25, 13, 59, 59, 999, TimeSpan.Zero), new(2026, 10, 20, 0, 0, 0, TimeSpan.Zero)];

    [Property(MaxTest = 25)]
    public async Task<bool> Series_OfAnyRangeAndBudget_AreWithinTheBudgetAndEqualTheReadings(int seed)
    {
        var random = new Random(seed);
        await using var stage = new HistoryStage();
        stage.AddDevice("A");
        var readings = Readings(random, 900);
        stage.Report("temperature", 1, readings);
        for (var tries = 0; tries < 6; tries++)
        {
            var range = Range(random, readings);
            var budget = random.Next(2, 400);
            var series = await ReadAsync(stage, range, budget, null);
            if (series.Points.Count > budget || !Agree(series, Expected(readings, range, series.Resolution)))
            {
                return false;
            }
        }

        return true;
    }

    [Property(MaxTest = 25)]
    public async Task<bool> Series_OfAWantedResolution_EqualTheReadings(int seed)
    {
        var random = new Random(seed);
        await using var stage = new HistoryStage();
        stage.AddDevice("A");
        var readings = Readings(random, 700);
        stage.Report("temperature", 1, readings);
        for (var tries = 0; tries < 8; tries++)
        {
            var range = Range(random, readings);
            var zone = TimeZoneInfo.FindSystemTimeZoneById(Zones[random.Next(Zones.Length)]);
            var wanted = random.Next(6) switch
            {
                0 => Resolution.Raw,
                1 => Resolution.Months(zone),
                2 => Resolution.Every(TimeSpan.FromHours(random.Next(1, 50))),
                3 => Resolution.Every(TimeSpan.FromMinutes(random.Next(1, 500))),
                _ => Resolution.Days(zone),
            };
            var series = await ReadAsync(stage, range, 2, wanted);
            if (series.Resolution != wanted || !Agree(series, Expected(readings, range, wanted)))
            {
                return false;
            }
        }

        return true;
    }

    [Property(MaxTest = 25)]
    public async Task<bool> Ranges_OfAnySpan_EqualTheReadings(int seed)
    {
        var random = new Random(seed);
        await using var stage = new HistoryStage();
        stage.AddDevice("A");
        var readings = Readings(random, 500);
        stage.Report("temperature", 1, readings);
        var range = Range(random, readings);
        var inside = readings.FindAll(reading => range.Contains(reading.At)).ConvertAll(reading => reading.Value);
        var found = await stage.Get<SeriesQueries>().RangesAsync("A", range.From, range.To.AddMilliseconds(-1), CancellationToken.None);
        return inside.Count == 0
            ? found.Count == 0
            : found is [var only] && (only.Min, only.Max, only.Count) == (inside.Min(), inside.Max(), inside.Count) && Near(only.Mean, inside.Average());
    }

    private static async Task<ReadingSeries> ReadAsync(HistoryStage stage, TimeRange range, int budget, Resolution? resolution)
    {
        var answer = await stage.Get<SeriesQueries>().ReadAsync(
            new SeriesRequest { Keys = [new("A", "temperature")], Range = range, Points = budget, Resolution = resolution }, CancellationToken.None);
        return Assert.Single(answer.Series);
    }

    private static List<(DateTimeOffset At, double Value)> Readings(Random random, int count)
    {
        var at = Starts[random.Next(Starts.Length)];
        var longest = random.Next(2, Steps.Length);
        var readings = new List<(DateTimeOffset, double)>(count);
        for (var i = 0; i < count && at < HistoryStage.Now; i++)
        {
            readings.Add((at, random.Next(-1_000, 1_000) / 8.0));

            // Steps that lead exactly to the next hour find the edges of the buckets.
            at = random.Next(9) == 0
                ? DateTimeOffset.FromUnixTimeMilliseconds(((at.ToUnixTimeMilliseconds() / 3_600_000) + 1) * 3_600_000)
                : at.AddMilliseconds((Steps[random.Next(longest)] * 1_000L) + random.Next(2));
        }

        return readings;
    }

    private static TimeRange Range(Random random, List<(DateTimeOffset At, double Value)> readings)
    {
        var (first, second) = (readings[random.Next(readings.Count)].At, readings[random.Next(readings.Count)].At);
        var (from, to) = (first < second ? first : second, first < second ? second : first);
        return random.Next(4) switch
        {
            0 => HistoryStage.Range(from, to.AddMilliseconds(1)),
            1 => HistoryStage.Range(from.AddDays(-random.Next(900)), to.AddMilliseconds(1)),
            2 => HistoryStage.Range(from.AddMilliseconds(1), to.AddDays(40)),
            _ => HistoryStage.Range(from.AddMinutes(-random.Next(100)), to.AddMinutes(random.Next(1, 100))),
        };
    }

    private static List<SeriesPoint> Expected(List<(DateTimeOffset At, double Value)> readings, TimeRange range, Resolution resolution)
    {
        var inside = readings.Where(reading => range.Contains(reading.At));
        return [.. inside.GroupBy(reading => Bucket(reading.At, resolution)).Select(static bucket =>
        {
            var values = bucket.Select(static reading => reading.Value).ToList();
            return new SeriesPoint(bucket.Key, values.Average(), values.Min(), values.Max(), values.Count);
        })];
    }

    private static DateTimeOffset Bucket(DateTimeOffset at, Resolution resolution)
    {
        if (resolution.Kind is ResolutionKind.Raw)
        {
            return at;
        }

        if (resolution.Kind is ResolutionKind.Fixed)
        {
            var width = (long)resolution.Width.TotalMilliseconds;
            return DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds() / width * width);
        }

        // No clock of these zones changes at midnight.
        var zone = resolution.Zone ?? TimeZoneInfo.Utc;
        var local = TimeZoneInfo.ConvertTime(at, zone).Date;
        local = resolution.Kind == ResolutionKind.Month ? new DateTime(local.Year, local.Month, 1) : local;
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static bool Agree(ReadingSeries series, List<SeriesPoint> expected) =>
        series.Points.Count == expected.Count
        && series.Points.Zip(expected).All(static pair => (pair.First.At, pair.First.Min, pair.First.Max, pair.First.Count) == (pair.Second.At, pair.Second.Min, pair.Second.Max, pair.Second.Count)
            && Near(pair.First.Value, pair.Second.Value));

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-9;
}
