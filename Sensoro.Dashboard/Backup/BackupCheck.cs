using System.Security.Cryptography;
using System.Text.Json;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Backup;

/// <summary>Tells whether a backup is one that a restore can be made from: every file as it was written, the databases sound and a pair.</summary>
internal static class BackupCheck
{
    /// <param name="path">The folder of a backup, or the manifest in it.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <exception cref="BackupException">It is not; the message says why.</exception>
    public static FoundBackup Check(string path, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(Path.GetFileName(path) == BackupManifest.FileName ? Path.GetDirectoryName(path) ?? "" : path);
        try
        {
            var manifest = Read(folder);
            foreach (var file in manifest.Files)
            {
                Check(folder, file, cancellationToken);
            }

            CheckDatabases(folder, manifest, cancellationToken);
            return new FoundBackup(folder, manifest);
        }
        catch (StorageException error)
        {
            throw NotSound(error.Message, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw NotSound($"{folder} cannot be read ({error.Message}).", error);
        }
    }

    /// <summary>Opens both databases, reads every page and compares what they hold with what the originals held.</summary>
    /// <exception cref="BackupException">They are not what the manifest says.</exception>
    /// <exception cref="StorageException">They are damaged.</exception>
    public static void CheckDatabases(string folder, BackupManifest manifest, CancellationToken cancellationToken)
    {
        var content = DatabaseCopies.Check(folder, cancellationToken);
        if (content != manifest.Database)
        {
            throw NotSound($"The databases in {folder} do not hold what {BackupManifest.FileName} says: {content} instead of {manifest.Database}.");
        }

        if (!content.IsPair)
        {
            throw NotSound($"The two databases in {folder} do not belong together: the state has folded message {content.Cursor} of log {content.StateGeneration}, the log {content.Generation} ends at {content.LastId}.");
        }
    }

    private static BackupManifest Read(string folder)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder, BackupManifest.FileName)), BackupJson.Default.BackupManifest);
            return manifest switch
            {
                null => throw NotSound($"{BackupManifest.FileName} in {folder} is empty."),
                { Format: > BackupManifest.PresentFormat } => throw NotSound($"{folder} was made by a newer version of the program ({manifest.Program}). Use that one."),
                _ => manifest,
            };
        }
        catch (JsonException error)
        {
            throw NotSound($"{BackupManifest.FileName} in {folder} is not one ({error.Message}).", error);
        }
    }

    private static void Check(string folder, BackedUpFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!IsKnown(file.Name))
        {
            throw NotSound($"{BackupManifest.FileName} names {file.Name}, which does not belong into a backup.");
        }

        using var stream = new FileStream(Path.Combine(folder, file.Name), FileMode.Open, FileAccess.Read);
        if (stream.Length != file.Size || Convert.ToHexStringLower(SHA256.HashData(stream)) != file.Sha256)
        {
            throw NotSound($"{Path.Combine(folder, file.Name)} is not the file that was backed up: its size or SHA-256 is another one.");
        }
    }

    /// <summary>A manifest must not lead a restore anywhere else.</summary>
    private static bool IsKnown(string name) =>
        name is DataFiles.Log or DataFiles.State or DataFiles.Applications
        || (name.Split('/') is [DataFiles.Keys, { Length: > 0 } key] && key == Path.GetFileName(key) && key.EndsWith(".xml", StringComparison.Ordinal));

    private static BackupException NotSound(string message, Exception? inner = null) => new(BackupFault.NotSound, message, inner);
}
