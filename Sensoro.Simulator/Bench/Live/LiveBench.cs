using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Sensoro.Simulator.Bench.Figures;
using Sensoro.Simulator.Bench.Load;
using Sensoro.Simulator.Bench.Pushes;
using Sensoro.Simulator.Bench.Results;
using Sensoro.Simulator.Bench.Servers;

namespace Sensoro.Simulator.Bench.Live;

/// <summary>
/// Many viewers and a steady stream of pushes: half of the viewers listen to the fleet, half to one device each. Ids grow with
/// the commits, so the n-th acknowledgement is the commit of the n-th id, to within the size of a batch.
/// </summary>
internal sealed class LiveBench(LiveBenchOptions options, TextWriter output, TimeProvider time)
{
    private const int Senders = 16;
    private const int ConnectedAtOnce = 20;
    private const double Megabyte = 1_048_576;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    public async Task<BenchResult> RunAsync(RunOrigin origin, CancellationToken cancellationToken)
    {
        var app = await DashboardBuild.LocateAsync(options.App, output, cancellationToken);
        using var folder = new BenchFolder();
        await using var dashboard = await DashboardChild.StartAsync(app, folder.Path, cancellationToken);
        var target = new Target("live", dashboard.Process, dashboard.Port, dashboard);
        var meter = new Meter(randomIds: false, time);

        // Every device has reported once before anybody looks.
        await meter.MeasureAsync(target, meter.Plan(target, Senders, Math.Min(2, options.Seconds), warmUp: 0) with { Rate = PushRecipe.Devices }, 0, cancellationToken);
        var audience = new Audience();
        var viewers = new List<HubViewer>();
        try
        {
            await Task.Delay(Rest, cancellationToken);
            var empty = dashboard.Process.WorkingSet;
            await ConnectAsync(dashboard, audience, viewers, cancellationToken);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{viewers.Count} viewers are connected"));
            await Task.Delay(Rest, cancellationToken);
            var memory = (dashboard.Process.WorkingSet - empty) / Megabyte / Math.Max(1, viewers.Count);
            var (figures, sample) = await SendAsync(dashboard, meter, target, audience, cancellationToken);
            figures.Add(new Figure { Name = $"server memory per idle viewer, {options.Viewers} viewers", Unit = "MB", Value = Spread.Single(memory), Goal = 0.5, FailsAt = 1.5 });
            return new BenchResult { Kind = BenchKind.Live, Origin = origin, Figures = figures, Samples = [sample], Remarks = [.. PushBench.Remarks([sample])] };
        }
        finally
        {
            await Task.WhenAll(viewers.Select(static viewer => viewer.DisposeAsync().AsTask()));
        }
    }

    private async Task ConnectAsync(DashboardChild dashboard, Audience audience, List<HubViewer> viewers, CancellationToken cancellationToken)
    {
        foreach (var group in Enumerable.Range(0, options.Viewers).Chunk(ConnectedAtOnce))
        {
            viewers.AddRange(await Task.WhenAll(group.Select(_ => HubViewer.ConnectAsync(dashboard.Address, audience.Hear, cancellationToken))));
        }

        foreach (var (index, viewer) in viewers.Index())
        {
            await (index % 2 == 0
                ? viewer.JoinAsync("JoinFleet", [], cancellationToken)
                : viewer.JoinAsync("JoinDevice", [PushRecipe.Sn(index % PushRecipe.Devices)], cancellationToken));
        }
    }

    private async Task<(List<Figure> Figures, Sample Sample)> SendAsync(
        DashboardChild dashboard, Meter meter, Target target, Audience audience, CancellationToken cancellationToken)
    {
        var commits = new ConcurrentQueue<long>();
        var plan = meter.Plan(target, Senders, options.Seconds, warmUp: 0) with { Rate = options.Rate };
        var before = await dashboard.SettleAsync(cancellationToken);
        var (clock, machine, own, cpu, tally) = (Stopwatch.StartNew(), MachineClock.Read(), Environment.CpuUsage.TotalTime, dashboard.Process.Cpu, new LoadTally());
        using (var load = new LoadGenerator(plan, commits.Enqueue))
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{options.Rate:N0} pushes a second for {options.Seconds:N0} seconds ..."));
            await load.RunAsync(TimeSpan.FromSeconds(options.Seconds), tally, cancellationToken);
        }

        var after = await dashboard.SettleAsync(cancellationToken);
        var elapsed = clock.Elapsed;
        cpu = dashboard.Process.Cpu - cpu;
        var foreign = Noise.ForeignCores(MachineClock.Read() - machine, Environment.CpuUsage.TotalTime - own + cpu, elapsed);
        await Task.Delay(Rest, cancellationToken);
        var delays = audience.Delays([.. commits.Order()], before.LastId + 1);
        if (delays.Count == 0)
        {
            throw new BenchException("No viewer was told anything.");
        }

        var sample = new Sample
        {
            Variant = target.Variant,
            Connections = options.Viewers,
            Acknowledged = tally.Acknowledged,
            Seconds = elapsed.TotalSeconds,
            PerSecond = tally.Acknowledged / elapsed.TotalSeconds,
            CpuPerMessage = cpu.TotalMicroseconds / Math.Max(1, tally.Acknowledged),
            P50 = tally.Latency.Percentile(50).TotalMilliseconds,
            P99 = tally.Latency.Percentile(99).TotalMilliseconds,
            P999 = tally.Latency.Percentile(99.9).TotalMilliseconds,
            Stored = after.LastId,
            ForeignCores = foreign,
            Noisy = Noise.IsNoisy(foreign),
        };
        await output.WriteLineAsync(SampleLine.Describe(sample));
        return ([.. Figures(delays, cpu / elapsed, audience.Count / elapsed.TotalSeconds)], sample);
    }

    private IEnumerable<Figure> Figures(IReadOnlyList<double> delays, double cores, double newsPerSecond)
    {
        var (viewers, rate) = (options.Viewers, options.Rate.ToString("N0", CultureInfo.InvariantCulture));
        var scene = string.Create(CultureInfo.InvariantCulture, $"{viewers} viewers at {rate} pushes/s");
        yield return new Figure { Name = $"commit → viewer, {scene}, p95", Unit = "ms", Value = Spread.Single(Spread.Percentile(delays, 95)), Goal = 300, FailsAt = 500 };
        yield return new Figure { Name = $"commit → viewer, {scene}, p50", Unit = "ms", Value = Spread.Single(Spread.Percentile(delays, 50)) };
        yield return new Figure { Name = $"server CPU, {scene}", Unit = "cores", Value = Spread.Single(cores) };
        yield return new Figure { Name = $"news delivered, {scene}", Unit = "1/s", Value = Spread.Single(newsPerSecond) };
    }
}
