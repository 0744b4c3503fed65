using System.CommandLine;
using Sensoro.Simulator.Bench.Pushes;
using Sensoro.Simulator.Commands;

namespace Sensoro.Simulator.Bench.Commands;

/// <summary><c>bench</c>: measures the way of a push; its subcommands measure the rest.</summary>
internal static class BenchCommand
{
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        Setting rounds = new("--rounds", "How often bare, verify-only and dashboard take turns (default 3).", "a whole number from 1 to 100");
        Setting seconds = new("--seconds", "Length of each turn (default 5).", "seconds from 0.2 to 600");
        Setting connections = new("--connections", "Numbers of connections to try (default 64,256).", "whole numbers from 1 to 1024 with commas between them");
        Setting sustained = new("--sustained", "Length of the long run at each number of connections (default 30).", "seconds from 0 (none) to 600");
        Setting idle = new("--idle", "Pushes sent one at a time, from the push to the screen (default 60).", "a whole number from 0 (none) to 10000");
        Setting rate = new("--open-rate", "Pushes a second of the open loop (default 2000).", "a number from 0 (none) to 100000");
        Setting length = new("--open-seconds", "Length of the open loop (default 15).", "seconds from 0.2 to 600");
        Option<bool> randomIds = new("--random-ids") { Description = "Sends msgIds in no order instead of growing ones." };
        var settings = new BenchSettings();
        var command = new Command("bench", "Measures the dashboard against a bare endpoint: ratios, processor time, latencies, audit of the log.");
        foreach (var option in new Option[] { rounds, seconds, connections, sustained, idle, rate, length, randomIds })
        {
            command.Options.Add(option);
        }

        settings.AddTo(command);
        command.SetAction((arguments, cancellationToken) =>
        {
            var read = new SettingReader(arguments);
            var options = new PushBenchOptions
            {
                Rounds = read.Whole(rounds, 1, 100, 3),
                Seconds = read.Number(seconds, 0.2, 600, 5),
                Connections = BenchSettings.List(read, connections, "64,256", 1, 1_024),
                Sustained = read.Number(sustained, 0, 600, 30),
                IdlePushes = read.Whole(idle, 0, 10_000, 60),
                OpenRate = read.Number(rate, 0, 100_000, 2_000),
                OpenSeconds = read.Number(length, 0.2, 600, 15),
                RandomIds = arguments.GetValue(randomIds),
                App = settings.App(read, arguments),
            };
            return new Measurement(settings, output, errors, time).TakeAsync(arguments, read, new PushBench(options, output, time).RunAsync, cancellationToken);
        });
        command.Subcommands.Add(GrowthCommand.Create(output, errors, time));
        command.Subcommands.Add(QueriesCommand.Create(output, errors, time));
        command.Subcommands.Add(LiveCommand.Create(output, errors, time));
        command.Subcommands.Add(SignInsCommand.Create(output, errors, time));
        command.Subcommands.Add(ReadmeCommand.Create(output, errors));
        command.Subcommands.Add(ChildCommands.Send(output));
        command.Subcommands.Add(ChildCommands.Endpoint(output));
        return command;
    }
}
