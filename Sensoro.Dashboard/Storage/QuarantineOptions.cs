using System.ComponentModel.DataAnnotations;

namespace Sensoro.Dashboard.Storage;

/// <summary>How much of what was refused is kept raw, and how long; configuration section <c>Quarantine</c>. The oldest goes first.</summary>
public sealed class QuarantineOptions
{
    public const string Section = "Quarantine";

    private const string Shortest = "00:01:00";
    private const string Longest = "36500.00:00:00";

    /// <summary>Authentic pushes: they are SENSORO's, and a wrong setting must not lose a day of them.</summary>
    [Range(1, 10_000_000, ErrorMessage = "Quarantine:MaxAuthentic must be a whole number from 1 to 10000000.")]
    public int MaxAuthentic { get; set; } = 100_000;

    /// <summary>Bytes of their bodies.</summary>
    [Range(1L, 1L << 40, ErrorMessage = "Quarantine:MaxAuthenticBytes must be a whole number from 1 to 1099511627776.")]
    public long MaxAuthenticBytes { get; set; } = 512L << 20;

    /// <summary>How long they wait for somebody.</summary>
    [Range(typeof(TimeSpan), Shortest, Longest, ErrorMessage = "Quarantine:KeepAuthentic must be a time span from 00:01:00 to 36500.00:00:00.")]
    public TimeSpan KeepAuthentic { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Pushes that nobody vouches for.</summary>
    [Range(1, 10_000_000, ErrorMessage = "Quarantine:MaxUnverified must be a whole number from 1 to 10000000.")]
    public int MaxUnverified { get; set; } = 5_000;

    /// <summary>Bytes of their bodies.</summary>
    [Range(1L, 1L << 40, ErrorMessage = "Quarantine:MaxUnverifiedBytes must be a whole number from 1 to 1099511627776.")]
    public long MaxUnverifiedBytes { get; set; } = 64L << 20;

    /// <summary>How long they are kept.</summary>
    [Range(typeof(TimeSpan), Shortest, Longest, ErrorMessage = "Quarantine:KeepUnverified must be a time span from 00:01:00 to 36500.00:00:00.")]
    public TimeSpan KeepUnverified { get; set; } = TimeSpan.FromHours(72);
}
