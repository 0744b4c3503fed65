namespace Sensoro.Simulator.Torture.Sending;

/// <summary>What a request is made to meet.</summary>
internal enum PushIntent
{
    /// <summary>Nothing is wrong with it: it may be stored, once.</summary>
    Good,

    /// <summary>Signed with another secret.</summary>
    Forged,

    /// <summary>Signed correctly, hours ago.</summary>
    Stale,

    /// <summary>Signed correctly, but the body stops in the middle.</summary>
    Truncated,

    /// <summary>Signed correctly, but larger than the program takes.</summary>
    Oversized,

    /// <summary>Not a POST.</summary>
    WrongMethod,
}
