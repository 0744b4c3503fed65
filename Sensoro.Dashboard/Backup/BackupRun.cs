using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Storage;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Backup;

/// <summary>
/// Makes one backup while the program runs, this one or another: copies the databases, the applications and the key ring, puts
/// them on disk, reads them back, and only then gives the folder its name.
/// </summary>
internal sealed class BackupRun(
    DatabaseCopies databases, AuditTrail trail, IOptions<StorageOptions> storage, IOptions<BackupOptions> options, FreeSpace space, TimeProvider time, ILogger<BackupRun> logger)
{
    /// <summary>What a backup leaves free on its disk.</summary>
    private const long ReservedBytes = 64L << 20;

    /// <summary>Where scheduled backups go.</summary>
    public BackupFolder Scheduled => new(Path.Combine(storage.Value.DataDirectory, options.Value.Directory));

    /// <param name="to">Another folder than the scheduled one; nothing is deleted there.</param>
    /// <param name="cancellationToken">Gives up; nothing is left then.</param>
    /// <exception cref="BackupException">There is no new backup; the older ones are still there.</exception>
    public async Task<FoundBackup> RunAsync(string? to, CancellationToken cancellationToken)
    {
        var folder = to is null ? Scheduled : new BackupFolder(Path.GetFullPath(to));
        try
        {
            var made = await RunAsync(folder, isScheduled: to is null, cancellationToken);
            WriteDown(made);
            return made;
        }
        catch (StorageException error)
        {
            throw new BackupException(BackupFault.NotCopied, error.Message, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BackupException(BackupFault.NotWritable, $"The backup in {folder.Path} could not be written ({error.Message}).", error);
        }
    }

    private async Task<FoundBackup> RunAsync(BackupFolder folder, bool isScheduled, CancellationToken cancellationToken)
    {
        if (!databases.AreThere)
        {
            throw new BackupException(BackupFault.NothingThere, $"There is no {DataFiles.Log} and {DataFiles.State} in {storage.Value.DataDirectory}. Name the program's folder with --Storage:DataDirectory=FOLDER.");
        }

        using var taken = folder.Take();
        folder.DeleteParts();
        CheckRoom(folder);
        var at = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        var name = folder.FreeFrom(at);
        var part = folder.PartOf(name);
        BackupFolder.Create(part);
        try
        {
            var manifest = await WriteAsync(part, at, cancellationToken);
            BackupCheck.CheckDatabases(part, manifest, cancellationToken);
            var found = new FoundBackup(folder.Finish(name), manifest);
            folder.Rotate(isScheduled ? options.Value.Keep : int.MaxValue);
            return found;
        }
        finally
        {
            if (Directory.Exists(part))
            {
                Directory.Delete(part, recursive: true);
            }
        }
    }

    /// <summary>The backup is there, whether or not the state takes a line about it.</summary>
    private void WriteDown(FoundBackup made)
    {
        if (trail.TryAppend(AuditAction.Backup, made.Folder) is { } fault)
        {
            Log.BackupNotWrittenDown(logger, made.Folder, fault);
        }
    }

    private void CheckRoom(BackupFolder folder)
    {
        var (needed, free) = (databases.Size + ReservedBytes, space.Of(folder.Path));
        if (free < needed)
        {
            throw new BackupException(BackupFault.NoRoom, $"A backup needs {needed >> 20} MB, and {folder.Path} has {free >> 20} MB free. Make room, keep fewer (Backup:Keep), or name another disk (Backup:Directory).");
        }
    }

    private async Task<BackupManifest> WriteAsync(string part, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // The applications before the keys: whatever sealed them is there by then.
        var content = await databases.CopyAsync(part, cancellationToken);
        CopyApplications(part);
        CopyKeys(part);
        var files = Directory.GetFiles(part, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => Describe(part, file, cancellationToken)).ToArray();
        var manifest = new BackupManifest
        {
            Format = BackupManifest.PresentFormat,
            CreatedAt = at,
            Program = typeof(BackupRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Replace('+', ' ') ?? "",
            Database = content,
            Files = files,
        };
        await using (var file = new FileStream(Path.Combine(part, BackupManifest.FileName), FileMode.CreateNew, FileAccess.Write))
        {
            await JsonSerializer.SerializeAsync(file, manifest, BackupJson.Default.BackupManifest, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        FolderSync.Flush(part);
        return manifest;
    }

    private void CopyApplications(string part)
    {
        var file = Path.Combine(storage.Value.DataDirectory, DataFiles.Applications);
        if (File.Exists(file))
        {
            FlushedCopy.Write(file, Path.Combine(part, DataFiles.Applications));
        }
    }

    private void CopyKeys(string part)
    {
        var keys = new DirectoryInfo(Path.Combine(storage.Value.DataDirectory, DataFiles.Keys));
        if (!keys.Exists)
        {
            return;
        }

        var copy = Path.Combine(part, DataFiles.Keys);
        BackupFolder.Create(copy);
        foreach (var key in keys.GetFiles("*.xml"))
        {
            FlushedCopy.Write(key.FullName, Path.Combine(copy, key.Name));
        }

        FolderSync.Flush(copy);
    }

    private static BackedUpFile Describe(string part, string file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read);
        return new BackedUpFile(Path.GetRelativePath(part, file).Replace('\\', '/'), stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }
}
