using Sensoro.Domain.Ledger;

namespace Sensoro.Dashboard.Storage;

/// <summary>Which refused pushes.</summary>
public sealed record QuarantineFilter
{
    public static QuarantineFilter Everything { get; } = new();

    public RefusalReason? Reason { get; init; }

    /// <summary>Only pushes that named this application.</summary>
    public string? AppId { get; init; }

    /// <summary>Part of the SN; empty for all.</summary>
    public string Text { get; init; } = "";

    /// <summary>Only these numbers; null for all.</summary>
    public IReadOnlyCollection<long>? Ids { get; init; }
}
