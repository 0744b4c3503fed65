using System.CommandLine;
using Sensoro.Simulator.Bench.Growth;
using Sensoro.Simulator.Commands;

namespace Sensoro.Simulator.Bench.Commands;

/// <summary><c>bench growth</c>: what a message costs while the log grows.</summary>
internal static class GrowthCommand
{
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        Setting messages = new("--messages", "Messages to store (default 10000000).", "a whole number from 100 to 100000000");
        Setting steps = new("--steps", "Steps on the way (default 10).", "a whole number from 2 to 100");
        Setting connections = new("--connections", "Connections (default 64).", "a whole number from 1 to 1024");
        Setting bare = new("--bare-seconds", "Length of each turn of the bare endpoint (default 3).", "seconds from 0.2 to 60");
        Setting ids = new("--ids", "Which msgIds to send (default both).", "growing, random or both");
        var settings = new BenchSettings();
        var command = new Command("growth", "Measures the processor time of a message from an empty log to a large one, and the bytes it takes.");
        foreach (var option in new[] { messages, steps, connections, bare, ids })
        {
            command.Options.Add(option);
        }

        settings.AddTo(command);
        command.SetAction((arguments, cancellationToken) =>
        {
            var read = new SettingReader(arguments);
            var options = new GrowthBenchOptions
            {
                Messages = read.Whole(messages, 100, 100_000_000, 10_000_000),
                Steps = read.Whole(steps, 2, 100, 10),
                Connections = read.Whole(connections, 1, 1_024, 64),
                BareSeconds = read.Number(bare, 0.2, 60, 3),
                RandomIds = Ids(read, ids),
                App = settings.App(read, arguments),
            };
            return new Measurement(settings, output, errors, time).TakeAsync(arguments, read, new GrowthBench(options, output, time).RunAsync, cancellationToken);
        });
        return command;
    }

    private static IReadOnlyList<bool> Ids(SettingReader read, Setting ids)
    {
        switch (read.Optional(ids, "both"))
        {
            case "both":
                return [false, true];
            case "growing":
                return [false];
            case "random":
                return [true];
            case var other:
                read.Refuse(ids, $"'{other}' is not accepted");
                return [];
        }
    }
}
