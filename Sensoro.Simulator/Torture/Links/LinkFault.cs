namespace Sensoro.Simulator.Torture.Links;

/// <summary>What becomes of one connection.</summary>
internal enum LinkFault
{
    None,

    /// <summary>Torn off while the request is on its way.</summary>
    CutRequest,

    /// <summary>Torn off while the answer is on its way: stored, and the sender does not know.</summary>
    CutAnswer,

    /// <summary>The sender is gone and the program does not hear of it for a while.</summary>
    HalfOpen,

    /// <summary>Arrives byte by byte.</summary>
    Trickle,
}
