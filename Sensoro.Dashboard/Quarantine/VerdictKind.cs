namespace Sensoro.Dashboard.Quarantine;

/// <summary>What can come of verifying or replaying a refused push.</summary>
public enum VerdictKind
{
    /// <summary>With the settings of now it would be refused again.</summary>
    Refused,

    /// <summary>With the settings of now it would be taken.</summary>
    Passes,

    /// <summary>It is in the log now.</summary>
    Stored,

    /// <summary>It had come to the log on another delivery.</summary>
    StoredBefore,

    /// <summary>It is in the log now, beside another one of the same identity that says something else.</summary>
    Conflict,
}
