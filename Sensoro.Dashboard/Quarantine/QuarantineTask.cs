namespace Sensoro.Dashboard.Quarantine;

/// <summary>What can be done with refused pushes.</summary>
public enum QuarantineTask
{
    /// <summary>Judge them again with the settings of now; nothing is changed.</summary>
    Verify,

    /// <summary>Judge them again and put those that pass into the log.</summary>
    Replay,

    /// <summary>Remove them for good.</summary>
    Delete,
}
