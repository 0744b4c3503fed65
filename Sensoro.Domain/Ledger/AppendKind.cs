namespace Sensoro.Domain.Ledger;

/// <summary>What appending one push to the log came to.</summary>
public enum AppendKind
{
    /// <summary>A new message.</summary>
    Stored,

    /// <summary>The same push was stored before; its delivery counter grew.</summary>
    Duplicate,

    /// <summary>A new message whose identity another message with other content already has; both are kept and marked.</summary>
    Conflict,
}
