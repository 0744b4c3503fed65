namespace Sensoro.Dashboard.Export;

/// <summary>Why an export failed or was not begun.</summary>
public enum ExportFault
{
    None,

    /// <summary>The disk would have been left with less than the reserve, or is full.</summary>
    DiskFull,

    /// <summary>The kept exports together would be larger than allowed.</summary>
    FolderFull,

    /// <summary>Too many exports wait.</summary>
    QueueFull,

    /// <summary>The program stopped before the end.</summary>
    ProgramStopped,

    /// <summary>The database could not be read, or the file not be written.</summary>
    NotPossible,
}
