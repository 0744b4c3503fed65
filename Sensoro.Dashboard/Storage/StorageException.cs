namespace Sensoro.Dashboard.Storage;

/// <summary>The storage cannot be used as it is; the message is one sentence for the person who starts the program.</summary>
public sealed class StorageException : Exception
{
    public StorageException()
    {
    }

    public StorageException(string message)
        : base(message)
    {
    }

    public StorageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// The disk reported an error while the log was written. Nobody knows what is on it: the system may have dropped what it could
    /// not write and still show it, so that only a start from the files tells. A full disk is none.
    /// </summary>
    public bool IsDiskFailure { get; init; }

    /// <summary>The file is not what SQLite wrote.</summary>
    public bool IsDamage { get; init; }
}
