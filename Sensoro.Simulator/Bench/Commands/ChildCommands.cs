using System.CommandLine;
using Sensoro.Simulator.Bench.Load;
using Sensoro.Simulator.Bench.Servers;

namespace Sensoro.Simulator.Bench.Commands;

/// <summary>The roles of this program's own children; not for people.</summary>
internal static class ChildCommands
{
    public static Command Send(TextWriter output)
    {
        var command = new Command("send", "Sends a plan that it is given.") { Hidden = true };
        command.SetAction((_, cancellationToken) => LoadChild.RunAsync(Console.In, output, cancellationToken));
        return command;
    }

    public static Command Endpoint(TextWriter output)
    {
        Option<EndpointKind> kind = new("--kind");
        var command = new Command("endpoint", "Answers pushes and keeps nothing.") { Hidden = true };
        command.Options.Add(kind);
        command.SetAction((arguments, cancellationToken) => BareEndpoint.RunAsync(arguments.GetValue(kind), Console.In, output, cancellationToken));
        return command;
    }
}
