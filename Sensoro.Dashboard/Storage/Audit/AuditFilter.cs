namespace Sensoro.Dashboard.Storage.Audit;

/// <summary>Which entries are wanted; what is null does not matter.</summary>
public sealed record AuditFilter
{
    /// <summary>The word of an action.</summary>
    public string? Action { get; init; }

    /// <summary>Part of a name, an address, a target or what it was before and after.</summary>
    public string? Search { get; init; }

    public DateTimeOffset? From { get; init; }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset? To { get; init; }
}
