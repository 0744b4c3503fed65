using System.CommandLine;
using Sensoro.Simulator.Bench.Queries;
using Sensoro.Simulator.Commands;

namespace Sensoro.Simulator.Bench.Commands;

/// <summary><c>bench queries</c>: the read API over years of history.</summary>
internal static class QueriesCommand
{
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        Setting readings = new("--readings", "Sizes of the files, in readings (default 10000000,50000000).", "whole numbers from 1000 to 1000000000 with commas between them");
        Setting devices = new("--devices", "Devices in each (default 100000).", "a whole number from 60 to 1000000");
        Setting passes = new("--passes", "Passes over all questions after the first (default 5).", "a whole number from 1 to 100");
        Setting warmUp = new("--warm-up", "Calls of each question before it is measured (default 60).", "a whole number from 0 to 10000");
        Setting seed = new("--seed", "The same seed gives the same file (default 1).", "a whole number from 0 to 2147483647");
        var settings = new BenchSettings();
        var command = new Command("queries", "Measures the read API over generated files of several sizes.");
        foreach (var option in new[] { readings, devices, passes, warmUp, seed })
        {
            command.Options.Add(option);
        }

        settings.AddTo(command);
        command.SetAction((arguments, cancellationToken) =>
        {
            var read = new SettingReader(arguments);
            var options = new QueryBenchOptions
            {
                Readings = BenchSettings.List(read, readings, "10000000,50000000", 1_000L, 1_000_000_000L),
                Devices = read.Whole(devices, 60, 1_000_000, 100_000),
                Passes = read.Whole(passes, 1, 100, 5),
                WarmUp = read.Whole(warmUp, 0, 10_000, 60),
                Seed = read.Whole(seed, 0, int.MaxValue, 1),
                App = settings.App(read, arguments),
            };
            return new Measurement(settings, output, errors, time).TakeAsync(arguments, read, new QueryBench(options, output, time).RunAsync, cancellationToken);
        });
        return command;
    }
}
