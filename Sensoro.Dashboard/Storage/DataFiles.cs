namespace Sensoro.Dashboard.Storage;

/// <summary>
/// What in the data directory cannot be made again: the program goes on as it was where these are. Everything else there (exports,
/// backups, the lock) is not its memory.
/// </summary>
internal static class DataFiles
{
    public const string Log = "log.db";

    public const string State = "sensoro.db";

    /// <summary>Applications entered on a page, with their sealed secrets.</summary>
    public const string Applications = "applications.json";

    /// <summary>The folder with the key ring, which opens these seals.</summary>
    public const string Keys = "keys";

    public static readonly IReadOnlyList<string> All = [Log, State, Applications, Keys];

    /// <summary>Files that SQLite keeps beside a database.</summary>
    public static readonly IReadOnlyList<string> Companions = ["-wal", "-shm", "-journal"];

    /// <summary>Those of them that are in a folder.</summary>
    public static IReadOnlyList<string> In(string folder) => [.. All.Where(name => Path.Exists(Path.Combine(folder, name)))];
}
