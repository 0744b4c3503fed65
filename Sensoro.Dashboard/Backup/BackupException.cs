namespace Sensoro.Dashboard.Backup;

/// <summary>A backup or a restore that could not be done; the message says why and what to do, in one line.</summary>
public sealed class BackupException : Exception
{
    public BackupException()
    {
    }

    public BackupException(string message)
        : base(message)
    {
    }

    public BackupException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public BackupException(BackupFault fault, string message, Exception? inner = null)
        : base(message, inner) => Fault = fault;

    public BackupFault Fault { get; } = BackupFault.NotSound;
}
