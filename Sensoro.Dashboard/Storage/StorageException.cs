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
}
