namespace Sensoro.Dashboard.Storage;

/// <summary>A message of the log that could not be folded. What it means is missing from the state until it is tried again.</summary>
public sealed class SetAsideRow
{
    public long MessageId { get; private set; }

    public string? Sn { get; private set; }

    /// <summary>Kind of the error and what it says.</summary>
    public string Error { get; private set; } = "";

    /// <summary>Where it came from.</summary>
    public string Stack { get; private set; } = "";

    public int Tries { get; private set; }

    public DateTimeOffset FailedAt { get; private set; }

    public SetAsideMessage ToMessage() => new(MessageId, Sn, Error, Stack, Tries, FailedAt);
}
