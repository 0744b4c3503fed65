using System.Globalization;
using Sensoro.Simulator.Physics;

namespace Sensoro.Simulator.Bench.Queries;

/// <summary>The questions, and where in a generated file to ask them. The same places for each size, in proportion.</summary>
internal static class QueryCases
{
    private const int SeriesInOne = 12;

    public static IReadOnlyList<QueryCase> For(HistoryGenerator history, int seed)
    {
        var series = new SeriesPaths(history);
        return
        [
            new("stats: a call that asks for nothing", [.. Enumerable.Repeat<IReadOnlyList<string>>(["/api/v1/stats"], 20)]),
            new("24 h of one series", Each(40, place => [series.At(place, 1, 1_000)])) { Goal = 5, FailsAt = 15, GrowthFailsAt = 1.5 },
            new("30 d to 500 points", Each(30, place => [series.At(place, 30, 500)])) { Goal = 5, FailsAt = 15 },
            new("a year to 1,000 points", Each(20, place => [series.At(place, 364, 1_000)])),
            new("12 series over 30 d, 12 calls", Each(10, place => [.. Enumerable.Range(0, SeriesInOne).Select(more => series.At((place + (more / (double)SeriesInOne)) % 1, 30, 500))])),
            new("first page of 50 devices", [.. Enumerable.Repeat<IReadOnlyList<string>>(["/api/v1/devices?page=1&pageSize=50"], 20)]) { Goal = 5, FailsAt = 15 },
            new("page of 50 devices in the middle", Each(20, place => [DevicePage(history, place)])),
            new("SN search, six characters", Searches(history, seed, 6)) { Goal = 10, FailsAt = 30 },
            new("SN search, whole", Searches(history, seed, 16)) { Goal = 10, FailsAt = 30 },
        ];
    }

    /// <summary>Asks at places that are spread evenly from the first series to the last.</summary>
    private static IReadOnlyList<IReadOnlyList<string>> Each(int count, Func<double, IReadOnlyList<string>> ask) =>
        [.. Enumerable.Range(0, count).Select(index => ask(index / (double)count))];

    private static string DevicePage(HistoryGenerator history, double place) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/v1/devices?page={1 + (int)(place * (history.Plan.Devices - 1) / 50)}&pageSize=50");

    private static IReadOnlyList<IReadOnlyList<string>> Searches(HistoryGenerator history, int seed, int characters)
    {
        var random = new SeededRandom((ulong)seed).Branch((ulong)characters);
        return [.. Enumerable.Range(0, 30).Select(_ => new[] { $"/api/v1/devices?search={history.Sn(random.Below(history.Plan.Devices))[^characters..]}&pageSize=50" })];
    }
}
