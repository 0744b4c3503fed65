namespace Sensoro.Dashboard.Backup;

/// <summary>Why there is no backup, or why one cannot be used.</summary>
public enum BackupFault
{
    /// <summary>No database files yet.</summary>
    NothingThere,

    /// <summary>Another backup is being made in the same folder.</summary>
    Busy,

    /// <summary>The disk of the backups has no room for one more.</summary>
    NoRoom,

    /// <summary>The folder or a file in it cannot be written.</summary>
    NotWritable,

    /// <summary>The database could not be copied.</summary>
    NotCopied,

    /// <summary>The backup was read back and is not what it should be.</summary>
    NotSound,

    /// <summary>A restore would overwrite something, or belongs to a newer version.</summary>
    Refused,
}
