using Sensoro.Simulator.Commands;

namespace Sensoro.Simulator;

/// <summary>The console program. A named class, because the dashboard, which hosts a fleet of its own, has a Program too.</summary>
internal static class Program
{
    public static Task<int> Main(string[] arguments) =>
        SimulatorCommand.RunAsync(arguments, Console.Out, Console.Error, showProgress: !Console.IsOutputRedirected, TimeProvider.System);
}
