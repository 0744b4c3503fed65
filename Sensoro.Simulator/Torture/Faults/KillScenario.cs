using System.Globalization;
using Sensoro.Simulator.Bench.Servers;
using Sensoro.Simulator.Torture.Audit;
using Sensoro.Simulator.Torture.Servers;

namespace Sensoro.Simulator.Torture.Faults;

/// <summary>kill -9 in the middle of full load; now and then the sender dies, too.</summary>
internal sealed class KillScenario(Arena arena, Func<Arena> another) : IScenario
{
    private const double SenderToo = 0.25;

    private static readonly TimeSpan ControlTime = TimeSpan.FromSeconds(1.5);

    public IReadOnlyList<Control> Controls =>
    [
        new("a server that answers after the commit", null, cancellationToken => RunAsync(new StandInOptions(), cancellationToken)),
        new("a server that answers before the commit", Rule.Missing, cancellationToken => RunAsync(new StandInOptions { AnswersFirst = true }, cancellationToken)),
        new("a server without the identity index", Rule.Doubled, cancellationToken => RunAsync(new StandInOptions { KeepsRepeats = true }, cancellationToken)),
        new("the program's own log after its identity index was dropped and repeats came in", Rule.Doubled, RunWithoutIndexAsync),
    ];

    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string> StrikeAsync(CancellationToken cancellationToken) => StrikeAsync(arena, arena.SomeTime(), cancellationToken);

    private static async Task<string> StrikeAsync(Arena arena, TimeSpan time, CancellationToken cancellationToken)
    {
        await using var dashboard = await arena.StartAsync(Surroundings.Usual, cancellationToken);
        await using var sender = await arena.SendAsync(dashboard.Port, cancellationToken);
        await sender.PassAsync(time, cancellationToken);
        var isSenderKilled = arena.Random.NextDouble() < SenderToo;
        if (isSenderKilled)
        {
            await sender.KillAsync(cancellationToken);
        }

        dashboard.Process.Kill();
        await dashboard.Process.EndAsync(cancellationToken);
        if (!isSenderKilled)
        {
            await sender.StopAsync(cancellationToken);
        }

        return string.Create(CultureInfo.InvariantCulture, $"killed after {time.TotalSeconds:0.00} s{(isSenderKilled ? ", the sender, too" : "")}");
    }

    private async Task<RoundReport> RunAsync(StandInOptions options, CancellationToken cancellationToken)
    {
        using var beside = another();
        await using var server = await StandInProcess.StartAsync(options with { DataDirectory = beside.DataDirectory }, cancellationToken);
        await using (var sender = await beside.SendAsync(server.Port, cancellationToken))
        {
            await sender.PassAsync(ControlTime, cancellationToken);
            server.Process.Kill();
            await server.Process.EndAsync(cancellationToken);
            await sender.StopAsync(cancellationToken);
        }

        return await beside.AuditFilesAsync(cancellationToken);
    }

    /// <summary>The program itself takes nothing new without its index, so what would come in then is put in by hand.</summary>
    private async Task<RoundReport> RunWithoutIndexAsync(CancellationToken cancellationToken)
    {
        using var beside = another();
        await StrikeAsync(beside, ControlTime, cancellationToken);
        await DoubledRows.AddAsync(beside.LogPath, cancellationToken);
        return await beside.AuditFilesAsync(cancellationToken);
    }
}
