using System.CommandLine;
using Sensoro.Simulator.Bench.Live;
using Sensoro.Simulator.Commands;

namespace Sensoro.Simulator.Bench.Commands;

/// <summary><c>bench live</c>: many viewers at once.</summary>
internal static class LiveCommand
{
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        Setting viewers = new("--viewers", "Connections to the hub (default 200).", "a whole number from 1 to 10000");
        Setting rate = new("--rate", "Pushes a second (default 500).", "a number from 1 to 100000");
        Setting seconds = new("--seconds", "Length (default 30).", "seconds from 0.2 to 600");
        var settings = new BenchSettings();
        var command = new Command("live", "Measures how soon a committed push is with its viewers, and what they cost the server.");
        foreach (var option in new[] { viewers, rate, seconds })
        {
            command.Options.Add(option);
        }

        settings.AddTo(command);
        command.SetAction((arguments, cancellationToken) =>
        {
            var read = new SettingReader(arguments);
            var options = new LiveBenchOptions
            {
                Viewers = read.Whole(viewers, 1, 10_000, 200),
                Rate = read.Number(rate, 1, 100_000, 500),
                Seconds = read.Number(seconds, 0.2, 600, 30),
                App = settings.App(read, arguments),
            };
            return new Measurement(settings, output, errors, time).TakeAsync(arguments, read, new LiveBench(options, output, time).RunAsync, cancellationToken);
        });
        return command;
    }
}
