namespace Sensoro.Dashboard.Audit;

/// <summary>The trail cannot be relied on; the message is one sentence for the person who asked.</summary>
internal sealed class AuditException : Exception
{
    public AuditException()
    {
    }

    public AuditException(string message)
        : base(message)
    {
    }

    public AuditException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
