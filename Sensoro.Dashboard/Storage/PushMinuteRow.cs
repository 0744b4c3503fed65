namespace Sensoro.Dashboard.Storage;

/// <summary>How many messages were received in one minute.</summary>
public sealed class PushMinuteRow
{
    /// <summary>Whole minutes since the Unix epoch.</summary>
    public long Minute { get; private set; }

    public int Count { get; private set; }
}
