namespace Sensoro.Dashboard.Import;

/// <summary>What a line of a file does to a device.</summary>
public enum PlannedChangeKind
{
    /// <summary>The device is not known yet: it is entered, to be heard of later.</summary>
    Adds,

    /// <summary>The line says something new of it.</summary>
    Changes,

    /// <summary>All that the line says is known, or it is not to be entered.</summary>
    Nothing,
}
