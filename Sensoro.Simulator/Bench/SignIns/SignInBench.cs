using System.Globalization;
using Sensoro.Simulator.Bench.Figures;
using Sensoro.Simulator.Bench.Pushes;
using Sensoro.Simulator.Bench.Results;
using Sensoro.Simulator.Bench.Servers;

namespace Sensoro.Simulator.Bench.SignIns;

/// <summary>
/// Whether guessing passwords takes from the pushes: as many pushes as go through in calm, beside a flood from one address, and beside
/// one in which each guess has an address of its own. They take turns, so that whatever else the machine does meets them alike.
/// </summary>
internal sealed class SignInBench(SignInBenchOptions options, TextWriter output, TimeProvider time)
{
    private const string Calm = "calm";
    private const string OneAddress = "one address";
    private const string ManyAddresses = "many";
    private const double WarmUp = 0.5;
    private const double FirstWarmUp = 15;

    private readonly Meter _meter = new(randomIds: false, time);
    private readonly List<Sample> _samples = [];
    private readonly List<SignInAnswer> _answers = [];

    public async Task<BenchResult> RunAsync(RunOrigin origin, CancellationToken cancellationToken)
    {
        var app = await DashboardBuild.LocateAsync(options.App, output, cancellationToken);
        using var folder = new BenchFolder();
        var behindProxy = new Surroundings { Variables = [new("Proxies__0", "127.0.0.1")] };
        await using var dashboard = await DashboardChild.StartAsync(app, folder.Path, behindProxy, cancellationToken);
        var target = new Target(Calm, dashboard.Process, dashboard.Port, dashboard);
        await WarmUpAsync(target, cancellationToken);
        for (var round = 1; round <= options.Rounds; round++)
        {
            await TakeAsync(target, round, cancellationToken);
            await TakeBesideAsync(target with { Variant = OneAddress }, isFromEverywhere: false, round, cancellationToken);
            await TakeBesideAsync(target with { Variant = ManyAddresses }, isFromEverywhere: true, round, cancellationToken);
        }

        return new BenchResult { Kind = BenchKind.SignIns, Origin = origin, Figures = [.. Figures()], Samples = _samples, Remarks = [.. PushBench.Remarks(_samples)] };
    }

    /// <summary>Pushes alone and then beside a flood: a sign-in that is compiled for the first time costs many times what it costs from then on.</summary>
    private async Task WarmUpAsync(Target target, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync("Warming up ...");
        var seconds = Math.Min(FirstWarmUp, 3 * options.Seconds);
        await _meter.MeasureAsync(target, _meter.Plan(target, options.Connections, seconds, warmUp: 0), 0, cancellationToken);
        await using var flood = await SignInFlood.BeginAsync(target.Dashboard!.Address, options.Rate, isFromEverywhere: true, cancellationToken);
        await _meter.MeasureAsync(target, _meter.Plan(target, options.Connections, seconds, warmUp: 0), 0, cancellationToken);
    }

    private async Task TakeBesideAsync(Target target, bool isFromEverywhere, int round, CancellationToken cancellationToken)
    {
        await using var flood = await SignInFlood.BeginAsync(target.Dashboard!.Address, options.Rate, isFromEverywhere, cancellationToken);
        await TakeAsync(target, round, cancellationToken);
        _answers.AddRange(await flood.EndAsync());
    }

    private async Task TakeAsync(Target target, int round, CancellationToken cancellationToken)
    {
        var sample = await _meter.MeasureAsync(target, _meter.Plan(target, options.Connections, options.Seconds, WarmUp), round, cancellationToken);
        _samples.Add(sample);
        await output.WriteLineAsync(SampleLine.Describe(sample));
    }

    private IEnumerable<Figure> Figures()
    {
        var scene = string.Create(CultureInfo.InvariantCulture, $"{options.Rate:N0} sign-ins a second fail");
        yield return Ratio($"pushes while {scene} / in calm, one address", OneAddress);
        yield return Ratio($"pushes while {scene} / in calm, an address each", ManyAddresses);
        yield return new Figure { Name = $"push answered while {scene}, p99", Unit = "ms", Value = Spread.Of(Of(ManyAddresses).Select(static sample => sample.P99)) };
        if (_answers.Count > 0)
        {
            yield return new Figure { Name = "sign-in refused, p95", Unit = "ms", Value = Spread.Single(Spread.Percentile(_answers.Select(static answer => answer.Milliseconds), 95)) };
        }

        if (_answers.Count(static answer => answer.LeadsOn) is > 0 and var letIn)
        {
            yield return new Figure { Name = "sign-ins let in", Unit = "answers", Value = Spread.Single(letIn) };
        }

        foreach (var group in _answers.GroupBy(static answer => answer.Status).OrderBy(static group => group.Key))
        {
            yield return new Figure { Name = string.Create(CultureInfo.InvariantCulture, $"sign-ins answered {(int)group.Key}"), Unit = "answers", Value = Spread.Single(group.Count()) };
        }
    }

    /// <summary>Of each round by itself: a machine that slows down does so for both.</summary>
    private Figure Ratio(string name, string variant) => new()
    {
        Name = name,
        Unit = Figure.Ratio,
        Value = Spread.Of(Of(variant).Zip(Of(Calm), static (flood, calm) => flood.PerSecond / calm.PerSecond)),
        Goal = 0.97,
        FailsAt = 0.9,
        MoreIsBetter = true,
    };

    private IEnumerable<Sample> Of(string variant) => _samples.Where(sample => sample.Variant == variant);
}
