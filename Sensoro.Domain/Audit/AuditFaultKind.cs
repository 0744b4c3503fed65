namespace Sensoro.Domain.Audit;

/// <summary>How the trail differs from what was written.</summary>
public enum AuditFaultKind
{
    /// <summary>The entry does not say what it said.</summary>
    Edited,

    /// <summary>What stood before the entry is gone, or is another entry than then.</summary>
    Removed,

    /// <summary>The entry stands in another place.</summary>
    Reordered,

    /// <summary>Entries behind the last one are gone.</summary>
    CutOff,
}
