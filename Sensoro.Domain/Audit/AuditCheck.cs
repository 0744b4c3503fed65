namespace Sensoro.Domain.Audit;

/// <summary>Walks along the chain and names every place at which it is broken. One walk, link by link, in the order of the ids.</summary>
/// <param name="isHashOfAnEntry">Whether any entry of the trail has the hash: then that entry is still there, but elsewhere.</param>
public sealed class AuditCheck(Func<ReadOnlyMemory<byte>, bool> isHashOfAnEntry)
{
    private ReadOnlyMemory<byte> _last = AuditChain.Beginning;

    /// <summary>Entries so far.</summary>
    public long Count { get; private set; }

    /// <summary>The last entry so far; 0 before the first.</summary>
    public long LastId { get; private set; }

    /// <summary>The hash of the last entry so far.</summary>
    public ReadOnlyMemory<byte> Head => _last;

    /// <summary>The fault that shows at this link; null when it follows what was before.</summary>
    public AuditFault? Follow(AuditLink link)
    {
        var follows = link.Previous.Span.SequenceEqual(_last.Span);
        (_last, LastId, Count) = (link.Hash, link.Id, Count + 1);
        return !link.Hash.Span.SequenceEqual(AuditChain.Hash(link.Entry, link.Previous.Span)) ? new(link.Id, AuditFaultKind.Edited)
            : follows ? null
            : new(link.Id, isHashOfAnEntry(link.Previous) ? AuditFaultKind.Reordered : AuditFaultKind.Removed);
    }

    /// <summary>The fault that shows at the end of the trail: the head is kept apart from the entries.</summary>
    public AuditFault? End(long headId, ReadOnlySpan<byte> head) =>
        headId == LastId && head.SequenceEqual(_last.Span) ? null : new(headId, AuditFaultKind.CutOff);
}
