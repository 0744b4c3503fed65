namespace Sensoro.Domain.Devices;

/// <summary>The texts that the API, the hub and the addresses of pages use for <see cref="DeviceStatus"/>.</summary>
public static class DeviceStatuses
{
    /// <summary>All of them, most urgent first.</summary>
    public static IReadOnlyList<DeviceStatus> All { get; } = Enum.GetValues<DeviceStatus>();

    public static string Text(DeviceStatus status) => status switch
    {
        DeviceStatus.Alarm => "alarm",
        DeviceStatus.Malfunction => "malfunction",
        DeviceStatus.Lost => "lost",
        DeviceStatus.Late => "late",
        DeviceStatus.Normal => "normal",
        DeviceStatus.NeverSeen => "never",
        DeviceStatus.Maintenance => "maintenance",
    };

    public static bool TryParse(string? text, out DeviceStatus status)
    {
        foreach (var candidate in All)
        {
            if (string.Equals(Text(candidate), text, StringComparison.OrdinalIgnoreCase))
            {
                status = candidate;
                return true;
            }
        }

        status = default;
        return false;
    }
}
