using System.Globalization;
using System.Text.Json;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Backup;

/// <summary>
/// A folder with backups, each in a folder named after its time. One that is being made or deleted has another ending: whatever
/// is cut off at any moment never looks like a backup.
/// </summary>
internal sealed class BackupFolder(string path)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH-mm-ss'Z'";
    private const string PartExtension = ".part";
    private const string LockName = "in-use.lock";
    private const UnixFileMode ForThisUserOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Path { get; } = path;

    /// <summary>Makes a folder that nobody else may read: keys lie in it.</summary>
    public static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, ForThisUserOnly);
        }
    }

    /// <summary>Keeps a second backup out while one is made. The operating system takes the lock back when a program dies.</summary>
    /// <exception cref="BackupException">Another one is being made.</exception>
    public FileStream Take()
    {
        Create(Path);
        try
        {
            return new FileStream(System.IO.Path.Combine(Path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            throw new BackupException(BackupFault.Busy, $"Another backup is being made in {Path} ({error.Message}).", error);
        }
    }

    /// <summary>The backups, the newest first.</summary>
    public IReadOnlyList<FoundBackup> List() => !Directory.Exists(Path) ? [] :
    [
        .. Directory.GetDirectories(Path).Where(static folder => IsTime(System.IO.Path.GetFileName(folder)))
            .OrderDescending(StringComparer.Ordinal).Select(Find).OfType<FoundBackup>(),
    ];

    /// <summary>The first second from a time on that no backup is named after: two can begin within one.</summary>
    public DateTimeOffset FreeFrom(DateTimeOffset at)
    {
        while (Directory.Exists(PlaceOf(at)))
        {
            at += TimeSpan.FromSeconds(1);
        }

        return at;
    }

    /// <summary>The place of a backup that is being made.</summary>
    public string PartOf(DateTimeOffset at) => PlaceOf(at) + PartExtension;

    /// <summary>Makes a folder that is whole a backup.</summary>
    public string Finish(DateTimeOffset at)
    {
        Directory.Move(PartOf(at), PlaceOf(at));
        FolderSync.Flush(Path);
        return PlaceOf(at);
    }

    /// <summary>Deletes what was cut off. Only while holding the lock: another program's would be taken from under it.</summary>
    public void DeleteParts()
    {
        foreach (var part in Directory.GetDirectories(Path, "*" + PartExtension).Where(static folder => IsTime(System.IO.Path.GetFileNameWithoutExtension(folder))))
        {
            Directory.Delete(part, recursive: true);
        }
    }

    /// <summary>Deletes the oldest backups but so many.</summary>
    public void Rotate(int keep)
    {
        foreach (var old in List().Skip(keep))
        {
            Directory.Move(old.Folder, old.Folder + PartExtension);
            Directory.Delete(old.Folder + PartExtension, recursive: true);
        }
    }

    private string PlaceOf(DateTimeOffset at) => System.IO.Path.Combine(Path, at.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));

    private static bool IsTime(string name) => DateTime.TryParseExact(name, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static FoundBackup? Find(string folder)
    {
        try
        {
            var file = System.IO.Path.Combine(folder, BackupManifest.FileName);
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), BackupJson.Default.BackupManifest) is { } manifest ? new(folder, manifest) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
