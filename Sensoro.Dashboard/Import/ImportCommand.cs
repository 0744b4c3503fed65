using System.Globalization;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Import;

/// <summary>
/// <c>import FILE</c>: takes an export of messages into the log of a program that does not run. The next start folds what is
/// new, as it folds everything that is in the log and not yet in the state.
/// </summary>
internal static class ImportCommand
{
    public const string Word = "import";
    private const int LinesPerReport = 50_000;

    /// <exception cref="ImportException">The file cannot be read.</exception>
    /// <exception cref="StorageException">The data directory is in use or cannot be written.</exception>
    public static async Task RunAsync(string[] args, TextWriter output)
    {
        if (args is not [Word, var file, .. var rest] || file.StartsWith('-'))
        {
            throw new ImportException("Name the file: import messages.jsonl [--Storage:DataDirectory FOLDER].");
        }

        await using var stream = Open(file);
        var builder = WebApplication.CreateBuilder(StartUp.HostArguments(rest));
        builder.Services.AddDiagnostics().AddStorage(builder.Environment.ContentRootPath);
        await using var app = builder.Build();
        app.Services.GetRequiredService<DataDirectoryLock>().Take();
        var log = app.Services.GetRequiredService<MessageLog>();
        long told = 0;
        var report = await new MessageImport(log).RunAsync(stream, Tell, CancellationToken.None);
        await output.WriteLineAsync(Closing(report));

        void Tell(ImportReport soFar)
        {
            if (soFar.Lines - told >= LinesPerReport)
            {
                told = soFar.Lines;
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{soFar.Lines} lines read, {soFar.Stored} stored"));
            }
        }
    }

    /// <summary>The counts, the first refusals, and what happens next.</summary>
    internal static string Closing(ImportReport report)
    {
        List<string> lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"{report.Lines} lines: {report.Stored} stored, {report.Duplicates} duplicates, {report.Conflicts} conflicts, {report.Refused} refused"),
            .. report.Refusals.Select(static refusal => string.Create(CultureInfo.InvariantCulture, $"  line {refusal.Line}: {refusal.Reason}")),
        ];
        if (report.Refused > report.Refusals.Count)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"  and {report.Refused - report.Refusals.Count} more"));
        }

        if (report.Stored + report.Conflicts > 0)
        {
            lines.Add("The next start of the dashboard folds what is new into devices and readings.");
        }

        return string.Join(Environment.NewLine, lines);
    }

    private static FileStream Open(string file)
    {
        try
        {
            return new FileStream(file, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ImportException($"The file {file} cannot be read ({error.Message}).", error);
        }
    }
}
