namespace Sensoro.Domain.Audit;

/// <summary>One thing that was done: by whom, from where, when, to what, and what that was before and after.</summary>
public sealed record AuditEntry
{
    /// <summary>To the millisecond, as it is stored.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The name they had then; empty for the program itself.</summary>
    public required string Actor { get; init; }

    /// <summary>Their account; null for whoever has none.</summary>
    public string? ActorId { get; init; }

    /// <summary>Where the request came from; null when no request began it.</summary>
    public string? Address { get; init; }

    /// <summary>The word of the action, see <see cref="AuditActions"/>. A word from a newer version is kept.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to: an SN, a name, a number of things.</summary>
    public required string Target { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }
}
