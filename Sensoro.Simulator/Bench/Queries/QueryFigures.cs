using System.Globalization;
using Sensoro.Simulator.Bench.Figures;

namespace Sensoro.Simulator.Bench.Queries;

/// <summary>Turns times into figures: the ratio between the files first, then what each took.</summary>
internal static class QueryFigures
{
    private const double GrowthGoal = 1.2;

    /// <summary>Passes over both files were taken in turn, so the ratio of each pass is one of equals.</summary>
    public static Figure Growth(QueryCase query, QueryTimes small, QueryTimes large, string sizes) => new()
    {
        Name = $"{query.Name}: {sizes}",
        Unit = Figure.Ratio,
        Value = Spread.Of(small.Passes.Zip(large.Passes, static (few, many) => Spread.Of(many).Median / Spread.Of(few).Median)),
        Goal = GrowthGoal,
        FailsAt = query.GrowthFailsAt,
    };

    public static IEnumerable<Figure> Times(QueryCase query, QueryTimes times, string size)
    {
        double[] warm = [.. times.Passes.SelectMany(static pass => pass)];
        yield return Absolute($"{query.Name}, {size}, median", Spread.Of(warm)) with { Goal = query.Goal, FailsAt = query.FailsAt };
        yield return Absolute($"{query.Name}, {size}, p95", Spread.Single(Spread.Percentile(warm, 95)));
        yield return Absolute($"{query.Name}, {size}, first touch", Spread.Of(times.First));
    }

    public static string Size(long readings) => readings >= 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{readings / 1_000_000.0:0.#} M readings")
        : string.Create(CultureInfo.InvariantCulture, $"{readings:N0} readings");

    private static Figure Absolute(string name, Spread value) => new() { Name = name, Unit = "ms", Value = value };
}
