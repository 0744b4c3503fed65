using System.Collections.Immutable;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Quarantine;

/// <summary>One piece of work on refused pushes: how far it is, and what came of it.</summary>
public sealed record QuarantineRun
{
    public required QuarantineTask Task { get; init; }

    /// <summary>Which pushes.</summary>
    public required QuarantineFilter Filter { get; init; }

    /// <summary>Pushes when it began.</summary>
    public required int Total { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Pushes that are dealt with.</summary>
    public int Done { get; init; }

    /// <summary>Pushes by what came of them; of a deletion none.</summary>
    public ImmutableDictionary<VerdictKind, int> Verdicts { get; init; } = ImmutableDictionary<VerdictKind, int>.Empty;

    /// <summary>Distinct devices of those that pass or were stored.</summary>
    public int Devices { get; init; }

    /// <summary>The oldest report among them.</summary>
    public DateTimeOffset? OldestReport { get; init; }

    /// <summary>The newest report among them.</summary>
    public DateTimeOffset? NewestReport { get; init; }

    /// <summary>Somebody, or the end of the program, stopped it before its end.</summary>
    public bool WasStopped { get; init; }

    /// <summary>The storage failed; what was done until then stays done.</summary>
    public bool HasFailed { get; init; }

    public bool IsRunning => EndedAt is null;

    public int this[VerdictKind kind] => Verdicts.GetValueOrDefault(kind);

    /// <summary>Pushes that pass or are in the log.</summary>
    public int Good => Done - this[VerdictKind.Refused];
}
