namespace Sensoro.Dashboard.Import;

/// <summary>An import that cannot begin; the message says what to do, in one line.</summary>
public sealed class ImportException : Exception
{
    public ImportException()
    {
    }

    public ImportException(string message)
        : base(message)
    {
    }

    public ImportException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
