using System.ComponentModel.DataAnnotations;

namespace Sensoro.Dashboard.Backup;

/// <summary>When backups are made and how many stay; configuration section <c>Backup</c>.</summary>
public sealed class BackupOptions
{
    public const string Section = "Backup";

    /// <summary>Time between two scheduled backups; zero for none.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00", ErrorMessage = "Backup:Every must be a time span up to 365.00:00:00, such as 1.00:00:00 (one day), or 00:00:00 for no scheduled backups.")]
    public TimeSpan Every { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Backups that stay in the folder; older ones are deleted after a newer one was checked.</summary>
    [Range(1, 1_000, ErrorMessage = "Backup:Keep must be a whole number from 1 to 1000.")]
    public int Keep { get; set; } = 7;

    /// <summary>Where they lie: a full path, or a name in the data directory.</summary>
    [Required(ErrorMessage = "Backup:Directory must name a folder: a full path, or a name in the data directory.")]
    public string Directory { get; set; } = "backups";
}
