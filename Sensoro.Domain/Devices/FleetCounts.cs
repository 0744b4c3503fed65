namespace Sensoro.Domain.Devices;

/// <summary>How many devices are in each state at one moment, and how busy the stream of pushes is.</summary>
/// <param name="At">The moment the counts are true for.</param>
/// <param name="ByStatus">Number of devices by <see cref="DeviceStatus"/>, indexed by its number.</param>
/// <param name="PushesLastMinute">Messages stored in the 60 s before <paramref name="At"/>, as whole minutes are counted.</param>
/// <param name="LastPushAt">When the newest message was received; null when there is none.</param>
public sealed record FleetCounts(DateTimeOffset At, IReadOnlyList<int> ByStatus, int PushesLastMinute, DateTimeOffset? LastPushAt)
{
    public static FleetCounts Empty { get; } = new(DateTimeOffset.UnixEpoch, new int[Enum.GetValues<DeviceStatus>().Length], 0, null);

    public int this[DeviceStatus status] => ByStatus[(int)status];

    public int Total => ByStatus.Sum();
}
