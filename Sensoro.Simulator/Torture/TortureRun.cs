using System.Globalization;
using Sensoro.Simulator.Bench.Servers;
using Sensoro.Simulator.Torture.Audit;
using Sensoro.Simulator.Torture.Faults;

namespace Sensoro.Simulator.Torture;

/// <summary>
/// Brings one fault about again and again on one data directory, audits after each, and at the end proves that the audit would have
/// found what it did not find.
/// </summary>
internal sealed class TortureRun(TortureOptions options, TextWriter output, TimeProvider time)
{
    /// <returns>Whether the program kept its promise each time, and each control was told apart.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var app = await DashboardBuild.LocateAsync(options.App, output, cancellationToken);
        await PrintAsync($"Fault {options.Fault}, {options.Rounds} rounds, seed {options.Seed}");
        using var arena = new Arena(app, options, time);
        var scenario = Choose(arena, () => new Arena(app, options, time));
        try
        {
            await scenario.PrepareAsync(cancellationToken);
            var isClean = await RoundsAsync(arena, scenario, cancellationToken);
            var isProven = await ControlsAsync(scenario, cancellationToken);
            return isClean && isProven;
        }
        finally
        {
            if (scenario is IAsyncDisposable disposable)
            {
                await disposable.DisposeAsync();
            }
        }
    }

    private async Task<bool> RoundsAsync(Arena arena, IScenario scenario, CancellationToken cancellationToken)
    {
        var broken = 0;
        for (var round = 1; round <= options.Rounds; round++)
        {
            await PrintAsync($"Round {round}: {await scenario.StrikeAsync(cancellationToken)}");
            var report = await arena.AuditAsync(cancellationToken);
            await PrintAsync(report);
            broken += report.Violations.IsEmpty ? 0 : 1;
        }

        await PrintAsync($"{options.Rounds - broken} of {options.Rounds} rounds clean, seed {options.Seed}");
        return broken == 0;
    }

    private async Task<bool> ControlsAsync(IScenario scenario, CancellationToken cancellationToken)
    {
        var isProven = true;
        foreach (var control in scenario.Controls)
        {
            var report = await control.Run(cancellationToken);
            await PrintAsync($"Control: {control.Name}, which {(control.Expected is null ? "is to be found clean" : $"is to be found broken by rule {control.Expected}")}: {(control.IsProven(report) ? "found" : "NOT FOUND")}");
            await PrintAsync(report);
            isProven &= control.IsProven(report);
        }

        return isProven;
    }

    private IScenario Choose(Arena arena, Func<Arena> another) => options.Fault switch
    {
        TortureFault.Kill => new KillScenario(arena, another),
        TortureFault.PowerLoss => new PowerLossScenario(arena, another),
        TortureFault.Eio => new SyncErrorScenario(arena),
        TortureFault.Enospc => new FullDiskScenario(arena),
        TortureFault.Overload => new OverloadScenario(arena),
        TortureFault.Cut => new CutScenario(arena),
        TortureFault.Clock => new ClockScenario(arena),
    };

    private async Task PrintAsync(RoundReport report)
    {
        await output.WriteLineAsync($"  {report}");
        foreach (var line in report.Violations.Lines())
        {
            await output.WriteLineAsync($"  {line}");
        }
    }

    private Task PrintAsync(FormattableString text) => output.WriteLineAsync(text.ToString(CultureInfo.InvariantCulture));
}
