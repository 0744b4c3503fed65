using System.CommandLine;
using Sensoro.Simulator.Bench.Results;
using Sensoro.Simulator.Bench.Servers;
using Sensoro.Simulator.Commands;

namespace Sensoro.Simulator.Bench.Commands;

/// <summary><c>bench readme</c>: brings the README's table up to the newest results.</summary>
internal static class ReadmeCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var command = new Command("readme", "Writes the newest results of Sensoro.Simulator/Results into README.md.");
        command.SetAction(async (_, cancellationToken) =>
        {
            try
            {
                var file = Path.Combine(DashboardBuild.SolutionFolder() ?? throw new BenchException("This program does not run from its source."), "README.md");
                var readme = await File.ReadAllTextAsync(file, cancellationToken);
                await File.WriteAllTextAsync(file, ReadmeTable.Replace(readme, ResultFolder.OfSource().Newest()), cancellationToken);
                await output.WriteLineAsync($"Written: {file}");
                return ExitCode.Good;
            }
            catch (BenchException error)
            {
                await errors.WriteLineAsync(error.Message);
                return ExitCode.CannotMeasure;
            }
        });
        return command;
    }
}
