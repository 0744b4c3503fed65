using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Backup;

/// <summary>Puts a backup into the data directory of a program that does not run.</summary>
internal sealed class Restore(IOptions<StorageOptions> storage, DataDirectoryLock directory, FreeSpace space, TimeProvider time)
{
    /// <param name="backup">A backup that was checked.</param>
    /// <param name="replaces">Data that is there is moved aside; otherwise it makes the restore refuse.</param>
    /// <returns>The folder with what was there before; null when there was nothing.</returns>
    /// <exception cref="BackupException">Nothing has changed.</exception>
    /// <exception cref="StorageException">The program runs, or its folder cannot be written.</exception>
    public string? Run(FoundBackup backup, bool replaces)
    {
        var target = storage.Value.DataDirectory;
        try
        {
            directory.Take();
            var restored = new RestoredFiles(target);
            if (restored.ArePending)
            {
                restored.Finish();
            }

            CheckTarget(backup, replaces, target);
            restored.Begin();
            Copy(backup, restored.Part);
            DatabaseCopies.EndSessions(restored.Part);
            restored.Decide(time.GetUtcNow());
            return restored.Finish();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BackupException(BackupFault.NotWritable, $"The data directory {target} could not be written ({error.Message}). Run the restore again.", error);
        }
    }

    private void CheckTarget(FoundBackup backup, bool replaces, string target)
    {
        if (!DatabaseCopies.Knows(backup.Manifest.Database))
        {
            throw new BackupException(BackupFault.Refused, $"{backup.Folder} was made by a newer version of the program ({backup.Manifest.Program}). Restore it with that one.");
        }

        if (!replaces && DataFiles.In(target) is { Count: > 0 } there)
        {
            throw new BackupException(BackupFault.Refused, $"{target} has data already ({string.Join(", ", there)}). Add --replace to move it aside, or name another folder with --Storage:DataDirectory=FOLDER.");
        }

        if (space.Of(target) < backup.Manifest.Size())
        {
            throw new BackupException(BackupFault.NoRoom, $"{target} has no room for the {backup.Manifest.Size() >> 20} MB of the backup.");
        }
    }

    private static void Copy(FoundBackup backup, string part)
    {
        foreach (var file in backup.Manifest.Files)
        {
            var copy = Path.Combine(part, file.Name);
            BackupFolder.Create(Path.GetDirectoryName(copy) ?? part);
            if (FlushedCopy.Write(Path.Combine(backup.Folder, file.Name), copy) != file.Sha256)
            {
                throw new BackupException(BackupFault.NotSound, $"{file.Name} of {backup.Folder} reads differently from a moment ago: the disk it lies on is not to be trusted.");
            }
        }

        if (Directory.Exists(Path.Combine(part, DataFiles.Keys)))
        {
            FolderSync.Flush(Path.Combine(part, DataFiles.Keys));
        }
    }
}
