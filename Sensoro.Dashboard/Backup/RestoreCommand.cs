using System.Globalization;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Backup;

/// <summary>
/// <c>restore BACKUP</c>: checks a backup and puts it into the data directory of a program that does not run; with <c>--check</c>
/// it only checks.
/// </summary>
internal static class RestoreCommand
{
    public const string Word = "restore";
    private const string Check = "--check";
    private const string Replace = "--replace";

    /// <exception cref="BackupException">The backup is not sound, or was not restored.</exception>
    /// <exception cref="StorageException">The program runs on the data directory.</exception>
    public static Task RunAsync(string[] args, TextWriter output)
    {
        if (args is not [Word, var path, .. var rest] || path.StartsWith('-'))
        {
            throw new BackupException("Name the backup: restore FOLDER [--check] [--replace] [--Storage:DataDirectory=FOLDER].");
        }

        var builder = WebApplication.CreateBuilder(StartUp.HostArguments([.. rest.Where(static argument => argument is not (Check or Replace))]));
        builder.Services.AddDiagnostics().AddStorage(builder.Environment.ContentRootPath).AddBackup();
        return StartUp.WorkAsync(builder.Build(), async (services, stop) =>
        {
            var backup = BackupCheck.Check(path, stop);
            await output.WriteLineAsync(Sound(backup));
            if (!rest.Contains(Check, StringComparer.Ordinal))
            {
                var aside = services.GetRequiredService<Restore>().Run(backup, rest.Contains(Replace, StringComparer.Ordinal));
                await output.WriteLineAsync(aside is null ? "Restored. Start the program." : $"Restored. What was there before is in {aside}. Start the program.");
            }
        });
    }

    private static string Sound(FoundBackup backup) =>
        string.Create(CultureInfo.InvariantCulture, $"The backup of {backup.Manifest.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC is sound ({BackupCommand.Describe(backup)}).");
}
