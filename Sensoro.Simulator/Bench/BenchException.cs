namespace Sensoro.Simulator.Bench;

/// <summary>A measurement cannot be made or cannot go on; the message says why in one line.</summary>
internal sealed class BenchException : Exception
{
    public BenchException()
    {
    }

    public BenchException(string message)
        : base(message)
    {
    }

    public BenchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
