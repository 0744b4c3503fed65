namespace Sensoro.Dashboard.Components.Messages;

/// <summary>What became of a push, the most remarkable thing first.</summary>
public enum PushFate
{
    /// <summary>Another push has the same identity and says something else.</summary>
    Conflict,

    /// <summary>It had been refused and came out of the quarantine.</summary>
    Replayed,

    /// <summary>It was delivered more than once.</summary>
    SeenBefore,

    /// <summary>It was made long before it came.</summary>
    Late,

    /// <summary>It made its device known.</summary>
    NewDevice,

    Stored,
}
