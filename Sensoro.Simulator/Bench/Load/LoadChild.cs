using System.Diagnostics;
using System.Text.Json;
using Sensoro.Simulator.Bench.Results;

namespace Sensoro.Simulator.Bench.Load;

/// <summary>
/// The sender as a process of its own: it reads its plan, writes its requests, warms up, says that it is ready, waits for a word,
/// sends and reports. One line each way.
/// </summary>
internal static class LoadChild
{
    public const string Ready = "ready";

    public static async Task RunAsync(TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        var plan = JsonSerializer.Deserialize(await input.ReadLineAsync(cancellationToken) ?? "", BenchJson.Lines.LoadPlan)
            ?? throw new InvalidDataException("The sender was given no plan.");
        using var load = new LoadGenerator(plan);
        var warmUp = new LoadTally();
        if (plan.WarmUpSeconds > 0)
        {
            await load.RunAsync(TimeSpan.FromSeconds(plan.WarmUpSeconds), warmUp, cancellationToken);
        }

        await output.WriteLineAsync(Ready);
        await output.FlushAsync(cancellationToken);
        if (await input.ReadLineAsync(cancellationToken) is null)
        {
            return;
        }

        var (cpu, clock, tally) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew(), new LoadTally());
        await load.RunAsync(TimeSpan.FromSeconds(plan.Seconds), tally, cancellationToken);
        var report = new LoadReport
        {
            Acknowledged = tally.Acknowledged,
            Seconds = clock.Elapsed.TotalSeconds,
            CpuSeconds = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds,
            P50 = tally.Latency.Percentile(50).TotalMilliseconds,
            P99 = tally.Latency.Percentile(99).TotalMilliseconds,
            P999 = tally.Latency.Percentile(99.9).TotalMilliseconds,
            Longest = tally.Latency.Longest.TotalMilliseconds,
            NextIndex = load.NextIndex,
            Unacknowledged = [.. warmUp.Unacknowledged, .. tally.Unacknowledged],
        };
        await output.WriteLineAsync(JsonSerializer.Serialize(report, BenchJson.Lines.LoadReport));
        await output.FlushAsync(cancellationToken);
    }
}
