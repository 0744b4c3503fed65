using System.ComponentModel.DataAnnotations;

namespace Sensoro.Dashboard.Storage;

/// <summary>How long what was received is kept; configuration section <c>Storage:Retention</c>. Roll-ups are kept for good.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Storage:Retention";

    private const string Shortest = "1.00:00:00";
    private const string Longest = "36500.00:00:00";

    /// <summary>Age of a reading, by its own time.</summary>
    [Range(typeof(TimeSpan), Shortest, Longest, ErrorMessage = "Storage:Retention:Readings must be a time span from 1.00:00:00 (one day) to 36500.00:00:00, such as 400.00:00:00.")]
    public TimeSpan Readings { get; set; } = TimeSpan.FromDays(400);

    /// <summary>Age of a raw message, by its arrival.</summary>
    [Range(typeof(TimeSpan), Shortest, Longest, ErrorMessage = "Storage:Retention:Messages must be a time span from 1.00:00:00 (one day) to 36500.00:00:00, such as 30.00:00:00.")]
    public TimeSpan Messages { get; set; } = TimeSpan.FromDays(30);
}
