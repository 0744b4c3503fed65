using System.Globalization;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Backup;

/// <summary><c>backup [--to DIR]</c>: makes a backup now, whether or not the program runs on the same data directory.</summary>
internal static class BackupCommand
{
    public const string Word = "backup";
    private const string To = "--to";

    /// <exception cref="BackupException">There is no new backup.</exception>
    public static Task RunAsync(string[] args, TextWriter output)
    {
        var (to, rest) = Read(args[1..]);
        var builder = WebApplication.CreateBuilder(StartUp.HostArguments(rest));
        builder.Services.AddDiagnostics().AddStorage(builder.Environment.ContentRootPath).AddBackup();
        return StartUp.WorkAsync(builder.Build(), async (services, stop) =>
            await output.WriteLineAsync(Closing(await services.GetRequiredService<BackupRun>().RunAsync(to, stop))));
    }

    /// <summary>What a backup holds, in one line.</summary>
    internal static string Describe(FoundBackup backup)
    {
        var (manifest, database) = (backup.Manifest, backup.Manifest.Database);
        return string.Create(CultureInfo.InvariantCulture, $"{database.Messages} messages up to number {database.LastId}, {database.Devices} devices, {manifest.Files.Count} files, {manifest.Size() / 1e6:0.0} MB");
    }

    private static string Closing(FoundBackup made) => $"Backed up and checked: {made.Folder} ({Describe(made)}).";

    private static (string? To, string[] Others) Read(string[] args) => Array.IndexOf(args, To) switch
    {
        -1 => (null, args),
        var at when at + 1 < args.Length && !args[at + 1].StartsWith('-') => (args[at + 1], [.. args[..at], .. args[(at + 2)..]]),
        _ => throw new BackupException("Name a folder behind --to: backup [--to FOLDER] [--Storage:DataDirectory=FOLDER]."),
    };
}
