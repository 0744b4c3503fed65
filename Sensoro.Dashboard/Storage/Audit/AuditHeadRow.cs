using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Storage.Audit;

/// <summary>The end of the trail, kept apart from it: without it nobody could tell that its last entries are gone.</summary>
public sealed class AuditHeadRow
{
    public const int TheOne = 1;

    public int Id { get; private set; } = TheOne;

    public long LastId { get; private set; }

    public byte[] Hash { get; private set; } = AuditChain.Beginning.ToArray();

    /// <summary>Puts an entry behind the last one.</summary>
    public AuditLink Append(AuditEntry entry)
    {
        var link = new AuditLink(LastId + 1, entry, Hash, AuditChain.Hash(entry, Hash));
        (LastId, Hash) = (link.Id, link.Hash.ToArray());
        return link;
    }
}
