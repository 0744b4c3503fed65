using System.ComponentModel.DataAnnotations;

namespace Sensoro.Dashboard.Export;

/// <summary>What exports may take; configuration section <c>Export</c>.</summary>
public sealed class ExportOptions
{
    public const string Section = "Export";

    /// <summary>Exports written at the same time.</summary>
    [Range(1, 4, ErrorMessage = "Export:MaxRunning must be a whole number from 1 to 4.")]
    public int MaxRunning { get; set; } = 2;

    /// <summary>Exports that may wait.</summary>
    [Range(1, 100, ErrorMessage = "Export:MaxQueued must be a whole number from 1 to 100.")]
    public int MaxQueued { get; set; } = 10;

    /// <summary>How long a file is kept.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "365.00:00:00", ErrorMessage = "Export:KeepFor must be a time span from 00:05:00 to 365.00:00:00.")]
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromHours(24);

    /// <summary>All kept files together.</summary>
    [Range(1L << 20, long.MaxValue, ErrorMessage = "Export:MaxTotalBytes must be a whole number of bytes, at least 1048576.")]
    public long MaxTotalBytes { get; set; } = 10L << 30;

    /// <summary>What an export leaves free on the disk, for the log and the state.</summary>
    [Range(0, long.MaxValue, ErrorMessage = "Export:ReservedBytes must be a whole number of bytes, 0 or more.")]
    public long ReservedBytes { get; set; } = 512L << 20;
}
