using System.Globalization;
using Sensoro.Simulator.Bench.Audit;
using Sensoro.Simulator.Bench.Figures;
using Sensoro.Simulator.Bench.Pushes;
using Sensoro.Simulator.Bench.Results;
using Sensoro.Simulator.Bench.Servers;

namespace Sensoro.Simulator.Bench.Growth;

/// <summary>What the steps of a growing log, and the files at its end, come to.</summary>
internal static class GrowthFigures
{
    /// <summary>The last step over the first, each over the bare endpoint measured beside it: a slower machine is not growth.</summary>
    public static IEnumerable<Figure> OfSteps(IReadOnlyList<Sample> samples, string ids)
    {
        Sample[] steps = [.. samples.Where(static sample => sample.Variant != Target.Bare)];
        if (steps.Length < 2)
        {
            yield break;
        }

        var (first, last) = (steps[0], steps[^1]);
        var stored = (last.Stored ?? 0).ToString("N0", CultureInfo.InvariantCulture);
        yield return Growth($"CPU per message up to {stored} stored / from empty, {ids} msgIds", Cost(samples, last) / Cost(samples, first)) with { Goal = 1.2, FailsAt = 1.5 };
        yield return Growth($"the same without the bare endpoint, {ids} msgIds", last.CpuPerMessage / first.CpuPerMessage);
        yield return Growth($"worst step / first, {ids} msgIds", steps.Max(step => Cost(samples, step)) / Cost(samples, first));
    }

    /// <summary>What the dashboard's files take on disk.</summary>
    public static IEnumerable<Figure> OfFiles(BenchFolder folder, string ids)
    {
        using var log = new DatabaseFile(folder.LogFile);
        using var state = new DatabaseFile(folder.StateFile);
        var (messages, readings) = (Math.Max(1, log.Count("messages")), Math.Max(1, state.Count("readings")));
        yield return Bytes($"log.db per message, {ids} msgIds", log.Bytes(), messages) with { Goal = 120, FailsAt = 500 };
        yield return Bytes($"of it the identity index, {ids} msgIds", log.BytesOf("ix_messages_identity"), messages);
        yield return Bytes($"table readings per reading, {ids} msgIds", state.BytesOf("readings"), readings) with { Goal = 27, FailsAt = 40 };
        yield return Bytes($"sensoro.db per reading, all tables, {ids} msgIds", state.Bytes(), readings);
    }

    private static double Cost(IReadOnlyList<Sample> samples, Sample step) =>
        step.CpuPerMessage / samples.First(sample => sample.Variant == Target.Bare && sample.Round == step.Round).CpuPerMessage;

    private static Figure Growth(string name, double value) => new() { Name = name, Unit = Figure.Ratio, Value = Spread.Single(value) };

    private static Figure Bytes(string name, long bytes, long rows) => new() { Name = name, Unit = "B", Value = Spread.Single((double)bytes / rows) };
}
