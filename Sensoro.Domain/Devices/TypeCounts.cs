namespace Sensoro.Domain.Devices;

/// <summary>How many devices of one type are in each state.</summary>
/// <param name="DeviceType">Empty for devices that name no type.</param>
/// <param name="ByStatus">Number of devices by <see cref="DeviceStatus"/>, indexed by its number.</param>
public sealed record TypeCounts(string DeviceType, IReadOnlyList<int> ByStatus)
{
    public int this[DeviceStatus status] => ByStatus[(int)status];

    public int Total => ByStatus.Sum();
}
