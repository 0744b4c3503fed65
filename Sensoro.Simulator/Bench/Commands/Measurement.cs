using System.CommandLine;
using Sensoro.Simulator.Bench.Results;
using Sensoro.Simulator.Commands;

namespace Sensoro.Simulator.Bench.Commands;

/// <summary>What all measuring commands do around their measurement: refuse, run, print, keep, and tell the shell how it went.</summary>
internal sealed class Measurement(BenchSettings settings, TextWriter output, TextWriter errors, TimeProvider time)
{
    /// <summary>A measurement: of what, and then how.</summary>
    public delegate Task<BenchResult> Run(RunOrigin origin, CancellationToken cancellationToken);

    /// <param name="arguments">The command line.</param>
    /// <param name="read">Has read the options of the command.</param>
    /// <param name="run">Measures.</param>
    public async Task<int> TakeAsync(ParseResult arguments, SettingReader read, Run run, CancellationToken cancellationToken)
    {
        var json = settings.Json(read);
        if (read.Fault is { } fault)
        {
            await errors.WriteLineAsync(fault);
            return ExitCode.BadArguments;
        }

        try
        {
            var result = await run(await OriginReader.ReadAsync(time.GetUtcNow(), settings.Describe(arguments), cancellationToken), cancellationToken);
            await ResultPrinter.WriteAsync(result, output);
            await KeepAsync(result, json, settings.Save(arguments));
            return result.IsGood() ? ExitCode.Good : ExitCode.BelowLimit;
        }
        catch (Exception error) when (error is BenchException or HttpRequestException or IOException or Microsoft.Data.Sqlite.SqliteException)
        {
            await errors.WriteLineAsync(error.Message);
            return ExitCode.CannotMeasure;
        }
    }

    private async Task KeepAsync(BenchResult result, string? json, bool save)
    {
        string?[] files = [json, save ? ResultFolder.OfSource().FileOf(result) : null];
        foreach (var file in files.OfType<string>())
        {
            ResultFolder.Write(result, file);
            await output.WriteLineAsync($"Written: {file}");
        }
    }
}
