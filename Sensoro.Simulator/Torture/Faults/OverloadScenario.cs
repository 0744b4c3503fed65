using System.Diagnostics;
using System.Globalization;
using Sensoro.Simulator.Bench.Servers;
using Sensoro.Simulator.Torture.Abuse;
using Sensoro.Simulator.Torture.Audit;
using Sensoro.Simulator.Torture.Sending;

namespace Sensoro.Simulator.Torture.Faults;

/// <summary>
/// Three times what the program can take, and then good pushes beside slow senders and junk. For the first part the program
/// commits one push at a time, so that its capacity lies within what one machine can send three times over.
/// </summary>
internal sealed class OverloadScenario(Arena arena) : IScenario
{
    private const double Times = 3;
    private const int FloodConnections = 512;
    private const int SlowConnections = 500;
    private const double JunkRate = 20_000;
    private const double GoodRate = 500;
    private const double GentleRate = 50;
    private const long Megabyte = 1_048_576;
    private const long MostGrowth = 200 * Megabyte;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan UntilRecovered = TimeSpan.FromSeconds(10);

    private static readonly Surroundings Narrow = new()
    {
        Variables = [new("Ingestion__MaxBatchSize", "1"), new("Ingestion__QueueCapacity", "64"), new("Ingestion__EnqueueTimeout", "00:00:00.250")],
    };

    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<string> StrikeAsync(CancellationToken cancellationToken) =>
        $"{await FloodAsync(cancellationToken)}; {await AbuseAsync(cancellationToken)}";

    private async Task<string> FloodAsync(CancellationToken cancellationToken)
    {
        await using var dashboard = await arena.StartAsync(Narrow, cancellationToken);
        var capacity = await CapacityAsync(dashboard, cancellationToken);
        var (before, most) = (dashboard.Process.WorkingSet, 0L);
        await using var flood = await arena.SendAsync(dashboard.Port, plan => plan with { Connections = FloodConnections, Rate = Times * capacity }, cancellationToken);
        var start = flood.Counts;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed.TotalSeconds < arena.Options.Longest;)
        {
            await flood.PassAsync(Slice, cancellationToken);
            most = Math.Max(most, dashboard.Process.WorkingSet);
        }

        var met = flood.Counts;
        if (most - before > MostGrowth)
        {
            arena.Found.Add(Rule.Memory, string.Create(CultureInfo.InvariantCulture, $"from {before / Megabyte} to {most / Megabyte} MB"));
        }

        var recovery = await RecoverAsync(flood, cancellationToken);
        await dashboard.Process.StopAsync(cancellationToken);
        var seconds = arena.Options.Longest;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{capacity:N0}/s taken at its own pace; at {Times * capacity:N0}/s {(met.Acknowledged - start.Acknowledged) / seconds:N0} × 200 and {(met.Unavailable - start.Unavailable) / seconds:N0} × 503 a second, memory {before / Megabyte} to {most / Megabyte} MB, {recovery}");
    }

    /// <summary>Answers a second when it is never asked for more than it gives.</summary>
    private async Task<double> CapacityAsync(DashboardChild dashboard, CancellationToken cancellationToken)
    {
        await using var sender = await arena.SendAsync(dashboard.Port, cancellationToken);
        var before = await sender.PassAsync(Settling, cancellationToken);
        var clock = Stopwatch.StartNew();
        var after = await sender.PassAsync(Settling, cancellationToken);
        var rate = (after.Acknowledged + after.Refused - before.Acknowledged - before.Refused) / clock.Elapsed.TotalSeconds;
        await sender.StopAsync(cancellationToken);
        return rate;
    }

    /// <summary>The same senders ask for little now: nothing but 200 for a while is what they have to hear.</summary>
    private async Task<string> RecoverAsync(SenderProcess flood, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        await flood.ChangeRateAsync(GentleRate, cancellationToken);
        var (isWell, before) = (false, flood.Counts);
        while (!isWell && clock.Elapsed < UntilRecovered)
        {
            var after = await flood.PassAsync(Slice, cancellationToken);
            isWell = after.Unavailable == before.Unavailable && after.Acknowledged > before.Acknowledged;
            before = after;
        }

        await flood.StopAsync(cancellationToken);
        if (!isWell)
        {
            arena.Found.Add(Rule.Recovery, "still 503 ten seconds after the flood");
        }

        return string.Create(CultureInfo.InvariantCulture, $"well again within {clock.Elapsed.TotalSeconds:0.0} s");
    }

    private async Task<string> AbuseAsync(CancellationToken cancellationToken)
    {
        await using var dashboard = await arena.StartAsync(Surroundings.Usual, cancellationToken);

        // The first time everything is new to the program.
        await GoodAsync(dashboard, cancellationToken);
        var alone = await GoodAsync(dashboard, cancellationToken);
        var beside = await BesideJunkAsync(dashboard, cancellationToken);
        await dashboard.Process.StopAsync(cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{GoodRate:N0} pushes/s alone: p99 {alone.P99:0.0} ms; beside {beside}");
    }

    private async Task<string> BesideJunkAsync(DashboardChild dashboard, CancellationToken cancellationToken)
    {
        await using var slow = new SlowSenders(dashboard.Port, SlowConnections, arena.Time);
        await using var junk = new JunkSenders(dashboard.Port, JunkRate, arena.Time);
        var clock = Stopwatch.StartNew();
        var good = await GoodAsync(dashboard, cancellationToken);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{slow.Open} slow senders and {junk.Answered / clock.Elapsed.TotalSeconds:N0} junk requests/s: p99 {good.P99:0.0} ms, {good.Unavailable + good.Unanswered} without a proper answer");
    }

    private async Task<SendCounts> GoodAsync(DashboardChild dashboard, CancellationToken cancellationToken)
    {
        await using var sender = await arena.SendAsync(dashboard.Port, static plan => plan with { Connections = 64, Rate = GoodRate }, cancellationToken);
        await sender.PassAsync(TimeSpan.FromSeconds(arena.Options.Longest), cancellationToken);
        return await sender.StopAsync(cancellationToken);
    }
}
