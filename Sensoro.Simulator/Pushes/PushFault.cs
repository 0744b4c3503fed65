namespace Sensoro.Simulator.Pushes;

/// <summary>What is wrong with a push on purpose.</summary>
internal enum PushFault
{
    /// <summary>Nothing: the receiver must acknowledge it.</summary>
    None,

    /// <summary>Signed correctly, an hour ago.</summary>
    StaleNonce,

    /// <summary>Signed with another secret.</summary>
    WrongSignature,

    /// <summary>Signed correctly, but the body stops in the middle.</summary>
    CutJson,

    /// <summary>Signed correctly, but the body is not even text.</summary>
    Garbage,

    /// <summary>Signed correctly, but encrypted with another AppKey.</summary>
    Undecryptable,
}
