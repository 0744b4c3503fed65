using System.CommandLine;
using System.CommandLine.Parsing;
using Sensoro.Simulator.Bench.Commands;
using Sensoro.Simulator.Delivery;
using Sensoro.Simulator.Torture.Commands;

namespace Sensoro.Simulator.Commands;

/// <summary>The program's command tree. Without a subcommand it runs a fleet.</summary>
internal static class SimulatorCommand
{
    /// <summary>From Ctrl+C to the report at the latest.</summary>
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(10);

    // A secret may begin with @ or -: it is neither the name of a file nor a bundle of switches.
    private static readonly ParserConfiguration Verbatim = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, bool showProgress, TimeProvider time)
    {
        var settings = new FleetSettings();
        var root = new RootCommand("A SENSORO that sends signed pushes from simulated devices: demo fleet, load generator and acceptance tool.");
        foreach (var setting in settings.All)
        {
            root.Options.Add(setting);
        }

        root.Subcommands.Add(BenchCommand.Create(output, errors, time));
        root.Subcommands.Add(TortureCommand.Create(output, errors, time));
        root.SetAction(async (sound, cancellationToken) =>
        {
            var (options, fault) = settings.Read(sound);
            return options is null
                ? await RefuseAsync(errors, fault)
                : await SendAsync(options, output, showProgress, time, cancellationToken);
        });

        var parsed = root.Parse(arguments, Verbatim);
        return parsed.Errors is [var error, ..]
            ? await RefuseAsync(errors, Explain(error, parsed))
            : await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors, ProcessTerminationTimeout = LongestFarewell });
    }

    private static async Task<int> SendAsync(
        FleetOptions options, TextWriter output, bool showProgress, TimeProvider time, CancellationToken cancellationToken)
    {
        using var client = PushClient.Create(options.Connections);
        var runner = new FleetRunner(options, client, time);
        var run = runner.RunAsync(cancellationToken);
        if (showProgress)
        {
            await ProgressLine.ShowAsync(runner, run, output, time);
        }

        await run;
        await ClosingReport.WriteAsync(runner, output);
        return runner.Report is { Lost: 0, CutOff: 0 } ? ExitCode.Acknowledged : ExitCode.NotAcknowledged;
    }

    private static async Task<int> RefuseAsync(TextWriter errors, string? fault)
    {
        await errors.WriteLineAsync(fault);
        return ExitCode.BadArguments;
    }

    /// <summary>Says what the parser met. Stray values are not repeated: they may belong to a misspelt option for a secret.</summary>
    private static string Explain(ParseError error, ParseResult parsed)
    {
        if (OptionOf(error.SymbolResult) is { Option: Setting setting } option)
        {
            return setting.Fault(option.Tokens.Count == 0 ? "the value is missing" : "it is given more than once");
        }

        var stray = parsed.UnmatchedTokens.FirstOrDefault(static token => token.StartsWith('-'));
        return stray is null
            ? "An argument belongs to no option; --help lists the options."
            : $"{stray.Split('=')[0]}: there is no such option; --help lists the options.";
    }

    private static OptionResult? OptionOf(SymbolResult? symbol) => symbol switch
    {
        OptionResult option => option,
        ArgumentResult { Parent: OptionResult option } => option,
        _ => null,
    };
}
