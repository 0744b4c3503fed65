using System.CommandLine;
using Sensoro.Simulator.Bench.SignIns;
using Sensoro.Simulator.Commands;

namespace Sensoro.Simulator.Bench.Commands;

/// <summary><c>bench sign-ins</c>: guessing beside the pushes.</summary>
internal static class SignInsCommand
{
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        Setting rate = new("--rate", "Sign-ins a second that fail (default 50).", "a number from 1 to 1000");
        Setting rounds = new("--rounds", "How often calm and flood take turns (default 5).", "a whole number from 1 to 100");
        Setting seconds = new("--seconds", "Length of each turn (default 8).", "seconds from 0.2 to 600");
        Setting connections = new("--connections", "Connections that push (default 64).", "a whole number from 1 to 1024");
        var settings = new BenchSettings();
        var command = new Command("sign-ins", "Measures what a flood of failing sign-ins takes from the pushes.");
        foreach (var option in new[] { rate, rounds, seconds, connections })
        {
            command.Options.Add(option);
        }

        settings.AddTo(command);
        command.SetAction((arguments, cancellationToken) =>
        {
            var read = new SettingReader(arguments);
            var options = new SignInBenchOptions
            {
                Rate = read.Number(rate, 1, 1_000, 50),
                Rounds = read.Whole(rounds, 1, 100, 5),
                Seconds = read.Number(seconds, 0.2, 600, 8),
                Connections = read.Whole(connections, 1, 1_024, 64),
                App = settings.App(read, arguments),
            };
            return new Measurement(settings, output, errors, time).TakeAsync(arguments, read, new SignInBench(options, output, time).RunAsync, cancellationToken);
        });
        return command;
    }
}
