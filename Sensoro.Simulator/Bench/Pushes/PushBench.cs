using System.Globalization;
using Sensoro.Simulator.Bench.Audit;
using Sensoro.Simulator.Bench.Figures;
using Sensoro.Simulator.Bench.Load;
using Sensoro.Simulator.Bench.Results;
using Sensoro.Simulator.Bench.Servers;

namespace Sensoro.Simulator.Bench.Pushes;

/// <summary>
/// Measures the way of a push: a bare endpoint, one that verifies and the dashboard take turns, so that whatever else the machine
/// does meets them alike; then a long run, single pushes at idle, an open loop, forgeries, and the audit of the log.
/// </summary>
internal sealed class PushBench(PushBenchOptions options, TextWriter output, TimeProvider time)
{
    /// <summary>Until the compiler has seen what is hot: before that a message costs twice as much.</summary>
    private const double FirstWarmUp = 15;
    private const double WarmUp = 0.5;
    private const int Forgeries = 100;

    private readonly Meter _meter = new(options.RandomIds, time);
    private readonly List<Sample> _samples = [];

    public async Task<BenchResult> RunAsync(RunOrigin origin, CancellationToken cancellationToken)
    {
        var app = await DashboardBuild.LocateAsync(options.App, output, cancellationToken);
        using var folder = new BenchFolder();
        await using var bare = await EndpointChild.StartAsync(EndpointKind.Bare, cancellationToken);
        await using var verify = await EndpointChild.StartAsync(EndpointKind.Verify, cancellationToken);
        await using var dashboard = await DashboardChild.StartAsync(app, folder.Path, cancellationToken);
        Target[] targets =
        [
            new(Target.Bare, bare.Process, bare.Port),
            new(Target.Verify, verify.Process, verify.Port),
            new(Target.Durable, dashboard.Process, dashboard.Port, dashboard),
        ];

        var memory = new List<Figure> { Memory(dashboard, "server memory after start", goal: 170) };
        await WarmUpAsync(targets, cancellationToken);
        await RoundsAsync(targets, cancellationToken);
        await SustainedAsync(targets, cancellationToken);
        List<Figure> figures = [.. PushFigures.Of(_samples)];
        figures.AddRange(await IdleAsync(dashboard, cancellationToken));
        figures.AddRange(await OpenLoopAsync(targets[^1], cancellationToken));
        await ForgeAsync(dashboard, cancellationToken);
        var stored = (await dashboard.SettleAsync(cancellationToken)).LastId;
        memory.Add(Memory(dashboard, string.Create(CultureInfo.InvariantCulture, $"server memory after {stored:N0} messages"), goal: 250));
        await dashboard.Process.StopAsync(cancellationToken);
        return new BenchResult
        {
            Kind = BenchKind.Pushes,
            Origin = origin,
            Figures = [.. figures, .. memory],
            Samples = _samples,
            Audit = await AuditAsync(folder),
            Remarks = [.. Remarks(_samples)],
        };
    }

    internal static IEnumerable<string> Remarks(IReadOnlyList<Sample> samples)
    {
        var noisy = samples.Count(static sample => sample.Noisy);
        if (noisy > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Other programs used over half a core in {noisy} of {samples.Count} measurements.");
        }
    }

    private static Figure Memory(DashboardChild dashboard, string name, double goal) =>
        new() { Name = name, Unit = "MB", Value = Spread.Single(dashboard.Process.WorkingSet / 1_048_576.0), Goal = goal, FailsAt = 400 };

    private async Task WarmUpAsync(Target[] targets, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync("Warming up ...");
        foreach (var target in targets)
        {
            await _meter.MeasureAsync(target, _meter.Plan(target, options.Connections[0], Math.Min(FirstWarmUp, 3 * options.Seconds), warmUp: 0), 0, cancellationToken);
        }
    }

    private async Task RoundsAsync(Target[] targets, CancellationToken cancellationToken)
    {
        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var connections in options.Connections)
            {
                foreach (var target in targets)
                {
                    await TakeAsync(target, connections, options.Seconds, round, cancellationToken);
                }
            }
        }
    }

    /// <summary>The bare endpoint before and after, so that a machine that changes meanwhile shows.</summary>
    private async Task SustainedAsync(Target[] targets, CancellationToken cancellationToken)
    {
        if (options.Sustained <= 0)
        {
            return;
        }

        foreach (var connections in options.Connections)
        {
            await TakeAsync(targets[0], connections, options.Seconds, PushFigures.SustainedRound, cancellationToken);
            await TakeAsync(targets[^1], connections, options.Sustained, PushFigures.SustainedRound, cancellationToken);
            await TakeAsync(targets[0], connections, options.Seconds, PushFigures.SustainedRound, cancellationToken);
        }
    }

    private async Task TakeAsync(Target target, int connections, double seconds, int round, CancellationToken cancellationToken)
    {
        var sample = await _meter.MeasureAsync(target, _meter.Plan(target, connections, seconds, WarmUp), round, cancellationToken);
        _samples.Add(sample);
        await output.WriteLineAsync(SampleLine.Describe(sample));
    }

    private async Task<IEnumerable<Figure>> IdleAsync(DashboardChild dashboard, CancellationToken cancellationToken)
    {
        if (options.IdlePushes == 0)
        {
            return [];
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"One push at a time, {options.IdlePushes} times ..."));
        var seen = await IdleScreen.WatchAsync(dashboard, _meter, options.IdlePushes, cancellationToken);
        return
        [
            new Figure { Name = "pushed → on a screen at idle, p95", Unit = "ms", Value = Spread.Single(Spread.Percentile(seen, 95)), Goal = 100, FailsAt = 300 },
            new Figure { Name = "pushed → on a screen at idle, median", Unit = "ms", Value = Spread.Of(seen) },
        ];
    }

    private async Task<IEnumerable<Figure>> OpenLoopAsync(Target durable, CancellationToken cancellationToken)
    {
        if (options.OpenRate <= 0)
        {
            return [];
        }

        var rate = options.OpenRate.ToString("N0", CultureInfo.InvariantCulture);
        await output.WriteLineAsync($"Open loop at {rate} a second ...");
        var plan = _meter.Plan(durable, options.Connections[0], options.OpenSeconds, WarmUp) with { Rate = options.OpenRate };
        var sample = await _meter.MeasureAsync(durable with { Variant = "open loop" }, plan, PushFigures.SustainedRound, cancellationToken);
        _samples.Add(sample);
        await output.WriteLineAsync(SampleLine.Describe(sample));
        return
        [
            new Figure { Name = $"open loop at {rate}/s, p50", Unit = "ms", Value = Spread.Single(sample.P50), Goal = 5 },
            new Figure { Name = $"open loop at {rate}/s, p99", Unit = "ms", Value = Spread.Single(sample.P99), Goal = 30 },
            new Figure { Name = $"open loop at {rate}/s, p99.9", Unit = "ms", Value = Spread.Single(sample.P999), Goal = 100, FailsAt = 250 },
        ];
    }

    /// <summary>Their numbers lie far behind those of the real ones: a stored forgery is a stranger to the audit.</summary>
    private async Task ForgeAsync(DashboardChild dashboard, CancellationToken cancellationToken)
    {
        var first = _meter.NextIndex + int.MaxValue;
        var recipe = new PushRecipe(dashboard.Port, first, time.GetUtcNow().ToUnixTimeMilliseconds(), options.RandomIds, forged: true);
        var request = new byte[recipe.Length];
        using var connection = new LoadConnection(dashboard.Port);
        for (var index = first; index < first + Forgeries; index++)
        {
            recipe.Write(index, request);
            if (await connection.SendAsync(request, cancellationToken) == 200)
            {
                throw new BenchException("The dashboard acknowledged a push with a forged signature.");
            }
        }
    }

    private async Task<AuditResult> AuditAsync(BenchFolder folder)
    {
        using var log = new DatabaseFile(folder.LogFile);
        var audit = _meter.Sent.Compare(log.MsgIds());
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Audit: {audit.Acknowledged:N0} acknowledged, {audit.Stored:N0} in the log, {audit.Missing} missing, {audit.Repeated} twice, {audit.Forged} forged"));
        return audit;
    }
}
