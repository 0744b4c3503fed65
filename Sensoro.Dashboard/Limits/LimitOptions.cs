using System.ComponentModel.DataAnnotations;

namespace Sensoro.Dashboard.Limits;

/// <summary>
/// How much one address, or one token, may ask for; configuration section <c>Limits</c>. A wall of screens behind one address must fit in.
/// 0 stands for no limit.
/// </summary>
public sealed class LimitOptions
{
    public const string Section = "Limits";

    private const int Most = 10_000_000;

    /// <summary>Answers to the forms of the account pages: sign-ins, set-up codes, invitations.</summary>
    [Range(0, Most, ErrorMessage = "Limits:SignInsPerMinute must be a whole number from 0 (no limit) to 10000000.")]
    public int SignInsPerMinute { get; set; } = 300;

    /// <summary>New connections of pages, two for each page that is opened.</summary>
    [Range(0, Most, ErrorMessage = "Limits:ConnectionsPerMinute must be a whole number from 0 (no limit) to 10000000.")]
    public int ConnectionsPerMinute { get; set; } = 3_000;

    /// <summary>Calls of the read API.</summary>
    [Range(0, Most, ErrorMessage = "Limits:ApiPerMinute must be a whole number from 0 (no limit) to 10000000.")]
    public int ApiPerMinute { get; set; } = 6_000;

    /// <summary>Downloads; a broken one that goes on counts again.</summary>
    [Range(0, Most, ErrorMessage = "Limits:ExportsPerMinute must be a whole number from 0 (no limit) to 10000000.")]
    public int ExportsPerMinute { get; set; } = 120;

    /// <summary>Reports of violations of the content security policy.</summary>
    [Range(0, Most, ErrorMessage = "Limits:ReportsPerMinute must be a whole number from 0 (no limit) to 10000000.")]
    public int ReportsPerMinute { get; set; } = 120;

    /// <summary>Pages that are open at the same time.</summary>
    [Range(1, Most, ErrorMessage = "Limits:OpenPages must be a whole number from 1 to 10000000.")]
    public int OpenPages { get; set; } = 2_000;

    /// <summary>Pages that are open at the same time from one address.</summary>
    [Range(1, Most, ErrorMessage = "Limits:OpenPagesPerAddress must be a whole number from 1 to 10000000.")]
    public int OpenPagesPerAddress { get; set; } = 500;

    /// <summary>How long a call of the read API may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Limits:QueryTimeout must be a time span from 00:00:01 to 01:00:00.")]
    public TimeSpan QueryTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a download may take.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00", ErrorMessage = "Limits:ExportTimeout must be a time span from 00:00:10 to 1.00:00:00.")]
    public TimeSpan ExportTimeout { get; set; } = TimeSpan.FromHours(2);
}
