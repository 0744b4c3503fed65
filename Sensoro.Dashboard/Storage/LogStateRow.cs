namespace Sensoro.Dashboard.Storage;

/// <summary>The single row that identifies a log file and keeps its ids from ever being used twice.</summary>
public sealed class LogStateRow
{
    public int Id { get; private set; }

    /// <summary>Pairs the log with the state file that was folded from it.</summary>
    public string Generation { get; private set; } = "";

    /// <summary>The newest id ever given to a message, retention or not.</summary>
    public long LastId { get; private set; }
}
