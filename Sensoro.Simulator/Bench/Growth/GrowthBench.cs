using System.Globalization;
using Sensoro.Simulator.Bench.Audit;
using Sensoro.Simulator.Bench.Figures;
using Sensoro.Simulator.Bench.Pushes;
using Sensoro.Simulator.Bench.Results;
using Sensoro.Simulator.Bench.Servers;

namespace Sensoro.Simulator.Bench.Growth;

/// <summary>
/// Fills a log from empty, step by step, and takes the processor time of each message on the way. Between the steps the bare
/// endpoint says how fast the machine is just now.
/// </summary>
internal sealed class GrowthBench(GrowthBenchOptions options, TextWriter output, TimeProvider time)
{
    /// <summary>Sent with one nonce, so no more than a slow machine takes within its tolerance.</summary>
    private const long MostAtOnce = 200_000;

    private const double StepLimit = 600;
    private const double WarmUpSeconds = 2;
    private const long WarmUpMessages = 20_000;

    public async Task<BenchResult> RunAsync(RunOrigin origin, CancellationToken cancellationToken)
    {
        var app = await DashboardBuild.LocateAsync(options.App, output, cancellationToken);
        var (figures, samples) = (new List<Figure>(), new List<Sample>());
        AuditResult? audit = null;
        foreach (var randomIds in options.RandomIds)
        {
            using var folder = new BenchFolder();
            var ids = randomIds ? "random" : "growing";
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{options.Messages:N0} messages with {ids} msgIds in {options.Steps} steps"));
            var meter = new Meter(randomIds, time);
            var steps = await FillAsync(app, folder, meter, ids, cancellationToken);
            samples.AddRange(steps);
            figures.AddRange(GrowthFigures.OfSteps(steps, ids));
            figures.AddRange(GrowthFigures.OfFiles(folder, ids));
            audit = Add(audit, Audit(folder, meter));
        }

        return new BenchResult { Kind = BenchKind.Growth, Origin = origin, Figures = figures, Samples = samples, Audit = audit, Remarks = [.. PushBench.Remarks(samples)] };
    }

    private static AuditResult Audit(BenchFolder folder, Meter meter)
    {
        using var log = new DatabaseFile(folder.LogFile);
        return meter.Sent.Compare(log.MsgIds());
    }

    private static AuditResult Add(AuditResult? one, AuditResult other) => one is null ? other : new AuditResult
    {
        Acknowledged = one.Acknowledged + other.Acknowledged,
        Stored = one.Stored + other.Stored,
        Missing = one.Missing + other.Missing,
        Repeated = one.Repeated + other.Repeated,
        Forged = one.Forged + other.Forged,
    };

    private async Task<List<Sample>> FillAsync(string app, BenchFolder folder, Meter meter, string ids, CancellationToken cancellationToken)
    {
        await using var bare = await EndpointChild.StartAsync(EndpointKind.Bare, cancellationToken);
        await using var dashboard = await DashboardChild.StartAsync(app, folder.Path, cancellationToken);
        var (beside, filled) = (new Target(Target.Bare, bare.Process, bare.Port), new Target(ids, dashboard.Process, dashboard.Port, dashboard));
        await meter.MeasureAsync(beside, meter.Plan(beside, options.Connections, Math.Min(WarmUpSeconds, options.BareSeconds), warmUp: 0), 0, cancellationToken);
        await SendAsync(meter, filled, 0, Math.Min(WarmUpMessages, options.Messages / options.Steps / 10), cancellationToken);
        var samples = new List<Sample>();
        for (var step = 1; step <= options.Steps; step++)
        {
            samples.Add(await meter.MeasureAsync(beside, meter.Plan(beside, options.Connections, options.BareSeconds, warmUp: 0), step, cancellationToken));
            samples.Add(await SendAsync(meter, filled, step, (options.Messages * step / options.Steps) - meter.NextIndex, cancellationToken));
            await output.WriteLineAsync(SampleLine.Describe(samples[^1]));
        }

        await dashboard.Process.StopAsync(cancellationToken);
        return samples;
    }

    /// <summary>A step, in pieces; their mean, weighed by their messages.</summary>
    private async Task<Sample> SendAsync(Meter meter, Target target, int step, long messages, CancellationToken cancellationToken)
    {
        var pieces = new List<Sample>();
        for (var left = messages; left > 0; left -= MostAtOnce)
        {
            var count = Math.Min(left, MostAtOnce);
            var plan = meter.Plan(target, options.Connections, StepLimit, warmUp: 0) with { Limit = count, Prepared = (int)count };
            pieces.Add(await meter.MeasureAsync(target, plan, step, cancellationToken));
        }

        var acknowledged = pieces.Sum(static piece => piece.Acknowledged);
        var seconds = pieces.Sum(static piece => piece.Seconds);
        return pieces.Count == 0
            ? new Sample { Variant = target.Variant, Round = step, Acknowledged = 0, Seconds = 0 }
            : pieces[^1] with
            {
                Acknowledged = acknowledged,
                Seconds = seconds,
                PerSecond = acknowledged / seconds,
                FoldedPerSecond = Weighed(static piece => piece.FoldedPerSecond ?? 0),
                CpuPerMessage = Weighed(static piece => piece.CpuPerMessage),
                P50 = Weighed(static piece => piece.P50),
                P99 = pieces.Max(static piece => piece.P99),
                P999 = pieces.Max(static piece => piece.P999),
                LongestLag = pieces.Max(static piece => piece.LongestLag),
                AllocatedPerMessage = Weighed(static piece => piece.AllocatedPerMessage ?? 0),
                ForeignCores = pieces.Max(static piece => piece.ForeignCores),
                Noisy = pieces.Exists(static piece => piece.Noisy),
            };

        double Weighed(Func<Sample, double> value) => pieces.Sum(piece => value(piece) * piece.Acknowledged) / Math.Max(1, acknowledged);
    }
}
