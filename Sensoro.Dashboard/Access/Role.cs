namespace Sensoro.Dashboard.Access;

/// <summary>What somebody may do. Each role may also do what those before it may.</summary>
public enum Role
{
    /// <summary>Reads everything that is no secret.</summary>
    Viewer = 1,

    /// <summary>Describes devices: names, tags, positions, maintenance, task links, saved views.</summary>
    Operator = 2,

    /// <summary>Connects applications, works on the quarantine, and decides who else may come in.</summary>
    Administrator = 3,
}
