using System.Globalization;
using Sensoro.Simulator.Bench.Audit;
using Sensoro.Simulator.Bench.Figures;
using Sensoro.Simulator.Bench.Servers;

namespace Sensoro.Simulator.Bench.Queries;

/// <summary>A dashboard over a generated file of one size.</summary>
internal sealed class QueryStage : IAsyncDisposable
{
    private readonly BenchFolder _folder = new();
    private readonly HistoryGenerator _history;
    private DashboardChild? _dashboard;

    private QueryStage(HistoryGenerator history, string size, int seed)
    {
        (_history, Size) = (history, size);
        Cases = QueryCases.For(history, seed);
        Times = [.. Cases.Select(static _ => new QueryTimes())];
    }

    /// <summary>In words.</summary>
    public string Size { get; }

    public IReadOnlyList<QueryCase> Cases { get; }

    /// <summary>One for each case.</summary>
    public IReadOnlyList<QueryTimes> Times { get; }

    public IReadOnlyList<Figure> Bytes { get; private set; } = [];

    public DashboardChild Dashboard => _dashboard ?? throw new BenchException("The dashboard is not started.");

    public static async Task<QueryStage> BuildAsync(
        string app, QueryBenchOptions options, long readings, TextWriter output, TimeProvider time, CancellationToken cancellationToken)
    {
        var plan = HistoryPlan.For(readings, options.Devices);
        var history = new HistoryGenerator(plan, options.Seed, time.GetUtcNow().ToUnixTimeMilliseconds());
        var stage = new QueryStage(history, QueryFigures.Size(readings), options.Seed);
        try
        {
            await stage.FillAsync(app, output, time, cancellationToken);
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_dashboard is not null)
        {
            await _dashboard.DisposeAsync();
        }

        _folder.Dispose();
    }

    /// <summary>The dashboard makes its files itself; it is stopped while they are filled.</summary>
    private async Task FillAsync(string app, TextWriter output, TimeProvider time, CancellationToken cancellationToken)
    {
        await using (var empty = await DashboardChild.StartAsync(app, _folder.Path, cancellationToken))
        {
            await empty.Process.StopAsync(cancellationToken);
        }

        var (started, told) = (time.GetTimestamp(), 0.0);
        await Task.Run(
            () => _history.Fill(
                _folder.StateFile,
                done =>
                {
                    if (done - told >= 0.1)
                    {
                        told = done;
                        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Size}: {done:P0} generated after {time.GetElapsedTime(started).TotalSeconds:N0} s"));
                    }
                },
                cancellationToken),
            cancellationToken);
        Bytes = [.. Weigh()];
        var plan = _history.Plan;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"  {Size}: {plan.Readings:N0} of {plan.Devices:N0} devices, {plan.Deep} of them over {plan.Length.TotalDays:N0} days; {new FileInfo(_folder.StateFile).Length / 1_048_576.0:N0} MB, {Bytes[0].Value.Median:N1} B a reading in its table"));
        _dashboard = await DashboardChild.StartAsync(app, _folder.Path, cancellationToken);
    }

    private IEnumerable<Figure> Weigh()
    {
        using var state = new DatabaseFile(_folder.StateFile);
        var readings = Math.Max(1, _history.Plan.Readings);
        yield return PerReading("table readings per reading", state.BytesOf("readings")) with { Goal = 27, FailsAt = 40 };
        yield return PerReading("roll-ups per reading", state.BytesOf("readings_hourly") + state.BytesOf("readings_daily"));
        yield return PerReading("sensoro.db per reading, all tables", state.Bytes());

        Figure PerReading(string name, long bytes) => new() { Name = $"{name}, {Size}", Unit = "B", Value = Spread.Single((double)bytes / readings) };
    }
}
