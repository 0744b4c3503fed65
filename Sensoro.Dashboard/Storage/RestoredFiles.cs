using System.Globalization;

namespace Sensoro.Dashboard.Storage;

/// <summary>
/// Data that a restore has brought whole and that takes the place of what was there. From the moment its folder has its final name
/// the restore is decided: whoever comes next, a restore or the program itself, finishes it, however often it is cut off. What
/// was there before is moved aside and never deleted.
/// </summary>
internal sealed class RestoredFiles(string dataDirectory)
{
    private const string Plan = "plan.txt";
    private const string PartExtension = ".part";
    private const string FolderName = "restored";
    private const string AsidePrefix = "before-restore-";

    private readonly string _folder = Path.Combine(dataDirectory, FolderName);

    /// <summary>Where a restore puts the files until they are whole.</summary>
    public string Part => _folder + PartExtension;

    /// <summary>A restore was decided and has not been finished.</summary>
    public bool ArePending => Directory.Exists(_folder);

    /// <summary>Begins anew: what an earlier restore left before it was whole is of no use.</summary>
    public void Begin()
    {
        if (Directory.Exists(Part))
        {
            Directory.Delete(Part, recursive: true);
        }

        Directory.CreateDirectory(Part);
    }

    /// <summary>Decides the restore. All files are in <see cref="Part"/> and on disk.</summary>
    public void Decide(DateTimeOffset now)
    {
        var aside = AsidePrefix + now.UtcDateTime.ToString("yyyy-MM-dd'T'HH-mm-ss'Z'", CultureInfo.InvariantCulture);
        string[] lines = [aside, .. DataFiles.In(Part)];
        using (var plan = new FileStream(Path.Combine(Part, Plan), FileMode.Create, FileAccess.Write))
        using (var writer = new StreamWriter(plan))
        {
            writer.Write(string.Join('\n', lines));
            writer.Flush();
            plan.Flush(flushToDisk: true);
        }

        FolderSync.Flush(Part);
        Directory.Move(Part, _folder);
        FolderSync.Flush(dataDirectory);
    }

    /// <summary>Moves what was there aside and the restored files into its place. Call it while holding the data directory.</summary>
    /// <returns>The folder with what was there before; null when there was nothing.</returns>
    public string? Finish()
    {
        var plan = File.ReadAllLines(Path.Combine(_folder, Plan));
        var aside = Path.Combine(dataDirectory, plan[0]);
        foreach (var name in DataFiles.All)
        {
            // What is restored and no longer here has taken its place already, before the restore was cut off.
            var isHere = Path.Exists(Path.Combine(_folder, name));
            if (isHere || !plan.AsSpan(1).Contains(name))
            {
                MoveAside(name, aside);
            }

            if (isHere)
            {
                Directory.Move(Path.Combine(_folder, name), Path.Combine(dataDirectory, name));
            }
        }

        // Under the other name first: half of a plan must not be taken for one.
        Directory.Move(_folder, Part);
        FolderSync.Flush(dataDirectory);
        Directory.Delete(Part, recursive: true);
        return Directory.Exists(aside) ? aside : null;
    }

    /// <summary>The companions first: a database whose write-ahead log is left behind would be given to the new one.</summary>
    private void MoveAside(string name, string aside)
    {
        foreach (var file in DataFiles.Companions.Select(companion => name + companion).Append(name))
        {
            if (Path.Exists(Path.Combine(dataDirectory, file)))
            {
                Directory.CreateDirectory(aside);
                Directory.Move(Path.Combine(dataDirectory, file), Path.Combine(aside, file));
            }
        }
    }
}
