namespace Sensoro.Dashboard.Storage;

/// <summary>The log by device. It stands in the state file: in the log it would cost every acknowledgement.</summary>
public sealed class DeviceMessageRow
{
    public long DeviceId { get; private set; }

    public long MessageId { get; private set; }
}
