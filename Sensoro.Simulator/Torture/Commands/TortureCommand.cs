using System.CommandLine;
using Sensoro.Simulator.Bench;
using Sensoro.Simulator.Commands;

namespace Sensoro.Simulator.Torture.Commands;

/// <summary><c>torture</c>: brings faults about and audits what the program has made of them.</summary>
internal static class TortureCommand
{
    private static readonly Dictionary<string, TortureFault> Faults = new(StringComparer.Ordinal)
    {
        ["kill"] = TortureFault.Kill,
        ["powerloss"] = TortureFault.PowerLoss,
        ["eio"] = TortureFault.Eio,
        ["enospc"] = TortureFault.Enospc,
        ["overload"] = TortureFault.Overload,
        ["cut"] = TortureFault.Cut,
        ["clock"] = TortureFault.Clock,
    };

    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        Setting fault = new("--fault", "What is done to the program (default kill).", string.Join(", ", Faults.Keys));
        Setting rounds = new("--rounds", "How often (default 3).", "a whole number from 1 to 1000");
        Setting seed = new("--seed", "Decides what is sent and when the fault strikes (default: a new one).", "a whole number from 0 to 2147483647");
        Setting longest = new("--longest", "Longest time of full load before the fault (default 5).", "seconds from 0.2 to 600");
        Setting app = new("--app", "The Sensoro.Dashboard.dll to torture (default: the Release build of this source).", "a path to an assembly");
        var command = new Command("torture", "Kills, cuts and starves the dashboard under load, restarts it, and holds what it has stored against what it was sent.");
        foreach (var option in new[] { fault, rounds, seed, longest, app })
        {
            command.Options.Add(option);
        }

        command.SetAction((arguments, cancellationToken) =>
        {
            var read = new SettingReader(arguments);
            if (!Faults.TryGetValue(read.Optional(fault, "kill"), out var chosen))
            {
                read.Refuse(fault, $"'{read.Optional(fault, "")}' is not accepted");
            }

            var options = new TortureOptions
            {
                Fault = chosen,
                Rounds = read.Whole(rounds, 1, 1_000, 3),
                Seed = read.Whole(seed, 0, int.MaxValue, Random.Shared.Next()),
                Longest = read.Number(longest, 0.2, 600, 5),
                App = read.Optional(app, "") is { Length: > 0 } named ? named : null,
            };
            return RunAsync(read.Fault, new TortureRun(options, output, time), errors, cancellationToken);
        });
        command.Subcommands.Add(TortureChildCommands.Send(output, time));
        command.Subcommands.Add(TortureChildCommands.StandIn(output, time));
        return command;
    }

    private static async Task<int> RunAsync(string? fault, TortureRun run, TextWriter errors, CancellationToken cancellationToken)
    {
        if (fault is not null)
        {
            await errors.WriteLineAsync(fault);
            return ExitCode.BadArguments;
        }

        try
        {
            return await run.RunAsync(cancellationToken) ? ExitCode.Good : ExitCode.BelowLimit;
        }
        catch (Exception error) when (error is BenchException or HttpRequestException or IOException or Microsoft.Data.Sqlite.SqliteException)
        {
            await errors.WriteLineAsync(error.Message);
            return ExitCode.CannotMeasure;
        }
    }
}
