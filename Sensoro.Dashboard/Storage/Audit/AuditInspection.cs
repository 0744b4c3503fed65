using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Storage.Audit;

/// <summary>What a walk along the trail has found.</summary>
/// <param name="Count">Entries.</param>
/// <param name="Head">The last hash in hexadecimal: whoever notes it elsewhere can prove later that all before it still stands.</param>
/// <param name="Faults">Where the trail is not what was written; empty when it is whole.</param>
public sealed record AuditInspection(long Count, string Head, IReadOnlyList<AuditFault> Faults)
{
    public bool IsWhole => Faults.Count == 0;
}
