using Sensoro.Simulator.Bench.Figures;
using Sensoro.Simulator.Bench.Results;

namespace Sensoro.Simulator.Bench.Pushes;

/// <summary>
/// Turns samples into figures. Only measurements that were taken side by side are divided by each other: first the ratios of each
/// round, then their median.
/// </summary>
internal static class PushFigures
{
    /// <summary>Marks the samples of the long run.</summary>
    public const int SustainedRound = 0;

    public static IEnumerable<Figure> Of(IReadOnlyList<Sample> samples)
    {
        foreach (var connections in samples.Select(static sample => sample.Connections).Distinct().Order())
        {
            Sample[] here = [.. samples.Where(sample => sample.Connections == connections)];
            Sample[] rounds = [.. here.Where(static sample => sample.Round != SustainedRound)];
            Sample[] sustained = [.. here.Where(static sample => sample.Round == SustainedRound)];
            foreach (var figure in Sustained(sustained, connections).Concat(Rounds(rounds, connections, decides: sustained.Length == 0)))
            {
                yield return figure;
            }
        }
    }

    private static IEnumerable<Figure> Sustained(Sample[] samples, int connections)
    {
        if (samples.Length == 0)
        {
            yield break;
        }

        yield return Folded(samples, $"durable and folded / bare, {connections} connections, sustained", decides: true);
        yield return Cost(samples, $"server CPU per message × bare, {connections} connections, folding included, sustained", decides: true);
        yield return new Figure
        {
            Name = $"longest lag of the state, {connections} connections, sustained",
            Unit = "s",
            Value = Spread.Of(samples.Where(static sample => sample.Variant == Target.Durable).Select(static sample => sample.LongestLag ?? 0)),
            Goal = 2,
        };
    }

    private static IEnumerable<Figure> Rounds(Sample[] samples, int connections, bool decides)
    {
        if (samples.Length == 0)
        {
            yield break;
        }

        yield return Folded(samples, $"durable and folded / bare, {connections} connections", decides);
        yield return Ratio(samples, $"acknowledged / bare, {connections} connections", Target.Durable, static sample => sample.PerSecond) with { MoreIsBetter = true };
        yield return Ratio(samples, $"verify-only / bare, {connections} connections", Target.Verify, static sample => sample.PerSecond) with { MoreIsBetter = true };
        yield return Cost(samples, $"server CPU per message × bare, {connections} connections, folding included", decides);
        yield return Ratio(samples, $"server CPU per message × bare, {connections} connections, verify-only", Target.Verify, static sample => sample.CpuPerMessage);
        yield return Absolute(samples, $"p99 at {connections} connections, closed loop, full load", "ms", static sample => sample.P99) with { Goal = connections <= 64 ? 15 : null, FailsAt = connections <= 64 ? 40 : null };
        if (samples.Any(static sample => sample.AllocatedPerMessage is not null))
        {
            yield return Absolute(samples, $"allocated per message, {connections} connections, everything the server does", "KB", static sample => (sample.AllocatedPerMessage ?? 0) / 1024);
        }
    }

    private static Figure Cost(Sample[] samples, string name, bool decides) =>
        Ratio(samples, name, Target.Durable, static sample => sample.CpuPerMessage) with { Goal = decides ? 4 : null, FailsAt = decides ? 6 : null };

    /// <summary>Where a long run exists, it decides: in a short one the last fold weighs too much.</summary>
    private static Figure Folded(Sample[] samples, string name, bool decides) =>
        Ratio(samples, name, Target.Durable, static sample => Math.Min(sample.PerSecond, sample.FoldedPerSecond ?? sample.PerSecond))
            with { MoreIsBetter = true, Goal = decides ? 0.25 : null, FailsAt = decides ? 0.18 : null };

    private static Figure Ratio(Sample[] samples, string name, string variant, Func<Sample, double> value) => new()
    {
        Name = name,
        Unit = Figure.Ratio,
        Value = Spread.Of(samples.GroupBy(static sample => sample.Round).Select(round =>
            Mean(round, variant, value) / Mean(round, Target.Bare, value))),
    };

    private static double Mean(IEnumerable<Sample> round, string variant, Func<Sample, double> value) =>
        round.Where(sample => sample.Variant == variant).Select(value).DefaultIfEmpty(double.NaN).Average();

    private static Figure Absolute(Sample[] samples, string name, string unit, Func<Sample, double> value) => new()
    {
        Name = name,
        Unit = unit,
        Value = Spread.Of(samples.Where(static sample => sample.Variant == Target.Durable).Select(value)),
    };
}
