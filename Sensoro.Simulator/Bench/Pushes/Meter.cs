using System.Diagnostics;
using Sensoro.Simulator.Bench.Audit;
using Sensoro.Simulator.Bench.Figures;
using Sensoro.Simulator.Bench.Load;
using Sensoro.Simulator.Bench.Results;

namespace Sensoro.Simulator.Bench.Pushes;

/// <summary>
/// Takes one measurement after the other and keeps the numbers of what was sent, so that no push is sent twice and every
/// acknowledged one can be looked for at the end.
/// </summary>
internal sealed class Meter(bool randomIds, TimeProvider time)
{
    /// <summary>Requests written ahead for each second; a durable server does not reach this on a few cores.</summary>
    private const int PreparedPerSecond = 12_000;
    private const int MostPrepared = 500_000;
    private const int PreparedForRepetition = 65_536;

    private long _next;
    private long _start;

    public SentPushes Sent { get; } = new(randomIds);

    /// <summary>Number of the push that is sent next.</summary>
    public long NextIndex => _next;

    /// <summary>A plan for a number of connections and a time, its pushes numbered behind those already sent.</summary>
    public LoadPlan Plan(Target target, int connections, double seconds, double warmUp)
    {
        var keeps = target.Dashboard is not null;
        _start = Math.Max(_start, time.GetUtcNow().ToUnixTimeMilliseconds());
        return new LoadPlan
        {
            Port = target.Port,
            Connections = connections,
            Seconds = seconds,
            WarmUpSeconds = warmUp,
            FirstIndex = _next,
            Start = _start,
            Prepared = keeps ? (int)Math.Min(MostPrepared, (seconds + warmUp) * PreparedPerSecond) : PreparedForRepetition,
            Repeats = !keeps,
            RandomIds = randomIds,
        };
    }

    /// <summary>Sends what the plan says and waits until it is folded, where something is stored.</summary>
    public async Task<Sample> MeasureAsync(Target target, LoadPlan plan, int round, CancellationToken cancellationToken)
    {
        await using var sender = await LoadSender.PrepareAsync(plan, cancellationToken);
        var dashboard = target.Dashboard;
        var before = dashboard is null ? default : await dashboard.SettleAsync(cancellationToken);
        var allocated = dashboard is null ? null : await dashboard.AllocatedAsync(cancellationToken);
        await using var lag = dashboard is null ? null : new LagWatch(dashboard);

        var (clock, machine, own, cpu) = (Stopwatch.StartNew(), MachineClock.Read(), Own(), target.Process.Cpu);
        var report = await sender.SendAsync(cancellationToken);
        var after = dashboard is null ? default : await dashboard.SettleAsync(cancellationToken);
        var settled = clock.Elapsed;
        cpu = target.Process.Cpu - cpu;
        own = Own() - own + cpu + TimeSpan.FromSeconds(report.CpuSeconds);
        var foreign = Noise.ForeignCores(MachineClock.Read() - machine, own, settled);
        if (dashboard is not null)
        {
            Book(plan, report);
        }

        var messages = Math.Max(1, report.Acknowledged);
        return new Sample
        {
            Variant = target.Variant,
            Round = round,
            Connections = plan.Connections,
            Acknowledged = report.Acknowledged,
            Seconds = report.Seconds,
            PerSecond = report.Acknowledged / report.Seconds,
            FoldedPerSecond = dashboard is null ? null : (after.FoldedId - before.FoldedId) / Math.Max(report.Seconds, settled.TotalSeconds),
            CpuPerMessage = cpu.TotalMicroseconds / messages,
            P50 = report.P50,
            P99 = report.P99,
            P999 = report.P999,
            LongestLag = lag is null ? null : (await lag.StopAsync()).TotalSeconds,
            AllocatedPerMessage = dashboard is null ? null : (await dashboard.AllocatedAsync(cancellationToken) - allocated) / messages,
            Stored = dashboard is null ? null : after.LastId,
            ForeignCores = foreign,
            Noisy = Noise.IsNoisy(foreign),
        };
    }

    /// <summary>Sends one push by itself.</summary>
    /// <returns>Whether it was acknowledged.</returns>
    public async Task<bool> SendOneAsync(LoadConnection connection, int port, CancellationToken cancellationToken)
    {
        _start = Math.Max(_start, time.GetUtcNow().ToUnixTimeMilliseconds());
        var recipe = new PushRecipe(port, _next, _start, randomIds);
        var request = new byte[recipe.Length];
        recipe.Write(_next, request);
        var isStored = await connection.SendAsync(request, cancellationToken) == 200;
        Sent.Add(_next, _next + 1, isStored ? [] : [_next]);
        _next++;
        return isStored;
    }

    private static TimeSpan Own() => Environment.CpuUsage.TotalTime;

    private void Book(LoadPlan plan, LoadReport report)
    {
        Sent.Add(plan.FirstIndex, report.NextIndex, report.Unacknowledged);
        _start = PushRecipe.TimeOf(report.NextIndex, plan.FirstIndex, plan.Start) + 1;
        _next = report.NextIndex;
    }
}
