namespace Sensoro.Dashboard.Export;

/// <summary>Ends the writing of an export for a reason that can be named to the person who asked for it.</summary>
public sealed class ExportFailedException : Exception
{
    public ExportFailedException()
    {
    }

    public ExportFailedException(string message)
        : base(message)
    {
    }

    public ExportFailedException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public ExportFailedException(ExportFault fault)
        : base(fault.ToString()) => Fault = fault;

    public ExportFault Fault { get; } = ExportFault.NotPossible;
}
