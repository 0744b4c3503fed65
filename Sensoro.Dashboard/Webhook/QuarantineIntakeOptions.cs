using System.ComponentModel.DataAnnotations;

namespace Sensoro.Dashboard.Webhook;

/// <summary>How fast pushes that nobody vouches for may come into the quarantine; configuration section <c>Quarantine</c>.</summary>
internal sealed class QuarantineIntakeOptions
{
    public const string Section = "Quarantine";

    /// <summary>From one network address, in the long run.</summary>
    [Range(1, 100_000, ErrorMessage = "Quarantine:UnverifiedPerSecond must be a whole number from 1 to 100000.")]
    public int UnverifiedPerSecond { get; set; } = 10;

    /// <summary>From one network address, at once: a wrong address or secret turns a whole fleet away, and it comes in waves.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Quarantine:UnverifiedBurst must be a whole number from 1 to 1000000.")]
    public int UnverifiedBurst { get; set; } = 5_000;
}
