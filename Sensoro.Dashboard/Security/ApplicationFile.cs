using System.Text.Json;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Security;

/// <summary>
/// The stored applications on disk. A new version is complete and on disk before it takes the place of the old one, so a crash
/// leaves one of the two, never half of one.
/// </summary>
internal sealed class ApplicationFile(IOptions<StorageOptions> storage, ILogger<ApplicationFile> logger)
{
    public const string FileName = DataFiles.Applications;
    private const string PartExtension = ".part";

    private string FilePath => Path.Combine(storage.Value.DataDirectory, FileName);

    /// <summary>What is stored; nothing when there is no file; null when the file cannot be understood, which stops nobody's start.</summary>
    public IReadOnlyList<StoredApplication>? Read()
    {
        try
        {
            return File.Exists(FilePath)
                ? JsonSerializer.Deserialize(File.ReadAllBytes(FilePath), SecurityJson.Default.StoredApplicationList)?.Applications
                : [];
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            Log.FileUnreadable(logger, FilePath, error);
            return null;
        }
    }

    /// <summary>Replaces the file. False when the disk does not take it; then the old one is still there.</summary>
    public bool TryWrite(IReadOnlyList<StoredApplication> applications)
    {
        var part = FilePath + PartExtension;
        try
        {
            Directory.CreateDirectory(storage.Value.DataDirectory);
            using (var file = new FileStream(part, ForThisUserOnly()))
            {
                JsonSerializer.Serialize(file, new StoredApplicationList(applications), SecurityJson.Default.StoredApplicationList);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, FilePath, overwrite: true);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.FileNotWritten(logger, FilePath, error);
            return false;
        }
    }

    private static FileStreamOptions ForThisUserOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
