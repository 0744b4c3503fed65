using System.Text.Json.Serialization;

namespace Sensoro.Simulator.Bench.Audit;

/// <summary>What the log holds of what was acknowledged.</summary>
internal sealed record AuditResult
{
    public required long Acknowledged { get; init; }

    public required long Stored { get; init; }

    /// <summary>Acknowledged and not in the log.</summary>
    public required long Missing { get; init; }

    /// <summary>In the log more than once.</summary>
    public required long Repeated { get; init; }

    /// <summary>In the log although nobody sent it, or with a forged signature.</summary>
    public required long Forged { get; init; }

    [JsonIgnore]
    public bool IsClean => this is { Missing: 0, Repeated: 0, Forged: 0 };
}
