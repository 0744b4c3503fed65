namespace Sensoro.Dashboard.Storage.Bodies;

/// <summary>One stored body is not what was written. It says nothing about the bodies beside it.</summary>
internal sealed class DamagedBodyException : Exception
{
    public DamagedBodyException()
    {
    }

    public DamagedBodyException(string message)
        : base(message)
    {
    }

    public DamagedBodyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
