using System.ComponentModel.DataAnnotations;

namespace Sensoro.Dashboard.Storage;

/// <summary>Where and how pushes are kept; configuration section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The database to use.</summary>
    [AllowedValues("Sqlite", ErrorMessage = "Storage:Provider must be Sqlite; PostgreSql is not available in this version.")]
    public string Provider { get; set; } = "Sqlite";

    /// <summary>Folder of the database files; outside the content root, because a file watcher there makes every write dearer.</summary>
    [Required(ErrorMessage = "Storage:DataDirectory must name a folder.")]
    public string DataDirectory { get; set; } = "";

    public string LogFile => Path.Combine(DataDirectory, DataFiles.Log);

    public string StateFile => Path.Combine(DataDirectory, DataFiles.State);
}
