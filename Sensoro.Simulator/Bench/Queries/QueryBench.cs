using System.Globalization;
using Sensoro.Simulator.Bench.Figures;
using Sensoro.Simulator.Bench.Results;
using Sensoro.Simulator.Bench.Servers;

namespace Sensoro.Simulator.Bench.Queries;

/// <summary>
/// Asks the read API the same questions over files of different sizes. All files are served at the same time and asked in turn, so
/// that the ratio between them is one of the files and not of the hour.
/// </summary>
internal sealed class QueryBench(QueryBenchOptions options, TextWriter output, TimeProvider time)
{
    public async Task<BenchResult> RunAsync(RunOrigin origin, CancellationToken cancellationToken)
    {
        var app = await DashboardBuild.LocateAsync(options.App, output, cancellationToken);
        var stages = new List<QueryStage>();
        try
        {
            foreach (var readings in options.Readings.Order())
            {
                stages.Add(await QueryStage.BuildAsync(app, options, readings, output, time, cancellationToken));
            }

            for (var index = 0; index < stages[0].Cases.Count; index++)
            {
                await AskAsync(stages, index, cancellationToken);
            }

            return new BenchResult { Kind = BenchKind.Queries, Origin = origin, Figures = [.. Figures(stages)] };
        }
        finally
        {
            foreach (var stage in stages)
            {
                await stage.DisposeAsync();
            }
        }
    }

    private static IEnumerable<Figure> Figures(List<QueryStage> stages)
    {
        var (small, large) = (stages[0], stages[^1]);
        for (var index = 0; index < large.Cases.Count && small != large; index++)
        {
            yield return QueryFigures.Growth(large.Cases[index], small.Times[index], large.Times[index], $"{large.Size} / {small.Size}");
        }

        foreach (var stage in stages.AsEnumerable().Reverse())
        {
            foreach (var figure in stage.Cases.Zip(stage.Times).SelectMany(pair => QueryFigures.Times(pair.First, pair.Second, stage.Size)).Concat(stage.Bytes))
            {
                // Goals are set for the largest file.
                yield return stage == large || figure.Unit == "B" ? figure : figure with { Goal = null, FailsAt = null };
            }
        }
    }

    private async Task AskAsync(List<QueryStage> stages, int index, CancellationToken cancellationToken)
    {
        // The first target of each file is for warming up; it is not measured.
        foreach (var stage in stages)
        {
            for (var call = 0; call < options.WarmUp; call++)
            {
                await TimeAsync(stage, stage.Cases[index].Targets[0], cancellationToken);
            }
        }

        for (var pass = 0; pass <= options.Passes; pass++)
        {
            stages.ForEach(stage => stage.Times[index].Passes.Add([]));
            for (var target = 1; target < stages[0].Cases[index].Targets.Count; target++)
            {
                foreach (var stage in stages)
                {
                    stage.Times[index].Passes[^1].Add(await TimeAsync(stage, stage.Cases[index].Targets[target], cancellationToken));
                }
            }
        }

        foreach (var stage in stages)
        {
            var times = stage.Times[index];
            times.First.AddRange(times.Passes[0]);
            times.Passes.RemoveAt(0);
        }

        var medians = stages.Select(stage => string.Create(CultureInfo.InvariantCulture, $"{Spread.Of(stage.Times[index].Passes.SelectMany(static pass => pass)).Median:N2} ms at {stage.Size}"));
        await output.WriteLineAsync($"  {stages[0].Cases[index].Name}: {string.Join(", ", medians)}");
    }

    private async Task<double> TimeAsync(QueryStage stage, IReadOnlyList<string> calls, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        foreach (var call in calls)
        {
            await stage.Dashboard.GetAsync(call, cancellationToken);
        }

        return time.GetElapsedTime(start).TotalMilliseconds;
    }
}
