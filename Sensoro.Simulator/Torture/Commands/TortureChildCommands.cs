using System.CommandLine;
using Sensoro.Simulator.Torture.Sending;
using Sensoro.Simulator.Torture.Servers;

namespace Sensoro.Simulator.Torture.Commands;

/// <summary>The roles of this program's own children; not for people.</summary>
internal static class TortureChildCommands
{
    public static Command Send(TextWriter output, TimeProvider time)
    {
        var command = new Command("send", "Sends by a plan that it is given.") { Hidden = true };
        command.SetAction((_, cancellationToken) => SenderChild.RunAsync(Console.In, output, time, cancellationToken));
        return command;
    }

    public static Command StandIn(TextWriter output, TimeProvider time)
    {
        Option<string> data = new("--data");
        Option<bool> answersFirst = new("--answers-first");
        Option<bool> keepsRepeats = new("--keeps-repeats");
        var command = new Command("stand-in", "Stores pushes, rightly or wrongly.") { Hidden = true };
        command.Options.Add(data);
        command.Options.Add(answersFirst);
        command.Options.Add(keepsRepeats);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var options = new StandInOptions { DataDirectory = arguments.GetValue(data) ?? "", AnswersFirst = arguments.GetValue(answersFirst), KeepsRepeats = arguments.GetValue(keepsRepeats) };
            using var server = new StandIn(options, time);
            await server.RunAsync(Console.In, output, cancellationToken);
        });
        return command;
    }
}
