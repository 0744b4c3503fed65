using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Map;

/// <summary>Which devices the map shows; the map itself filters by the same rule.</summary>
/// <param name="Search">Part of the SN or of the name; capitals do not matter.</param>
/// <param name="Status">Only this state, or null for all.</param>
/// <param name="Type">Only this device type, or null for all.</param>
public sealed record MapFilter(string? Search, DeviceStatus? Status, string? Type)
{
    public static MapFilter Everything { get; } = new(null, null, null);

    /// <summary>The filter an address describes; what it names and does not exist filters nothing.</summary>
    public static MapFilter Of(string? search, string? status, string? type) => new(
        string.IsNullOrWhiteSpace(search) ? null : search.Trim(),
        DeviceStatuses.TryParse(status, out var parsed) ? parsed : null,
        string.IsNullOrEmpty(type) ? null : type);

    public bool Matches(DeviceSnapshot device, DateTimeOffset now) =>
        (Status is not { } status || device.StatusAt(now) == status)
        && (Type is null || device.DeviceType == Type)
        && (Search is null
            || device.Sn.Contains(Search, StringComparison.OrdinalIgnoreCase)
            || (device.Name?.Contains(Search, StringComparison.OrdinalIgnoreCase) ?? false));
}
