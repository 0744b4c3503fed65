using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Api;

/// <summary>A device. Positions are in the datum the device uses.</summary>
/// <param name="Sn">Serial number.</param>
/// <param name="Name">Name given by staff.</param>
/// <param name="Tags">Tags given by staff.</param>
/// <param name="DeviceType">SENSORO's device type.</param>
/// <param name="Status">alarm, malfunction, lost, late, normal, never, maintenance.</param>
/// <param name="LastSeenAt">When the newest push was received; null while none has come.</param>
/// <param name="LastReportedAt">The newest createdTime.</param>
/// <param name="Battery">Percent.</param>
/// <param name="Interval">Upload interval in seconds.</param>
/// <param name="Position">Where the device is.</param>
/// <param name="Latest">The newest value of each metric.</param>
public sealed record DeviceResource(
    string Sn,
    string? Name,
    IReadOnlyList<string> Tags,
    string? DeviceType,
    string Status,
    DateTimeOffset? LastSeenAt,
    DateTimeOffset? LastReportedAt,
    double? Battery,
    double? Interval,
    PositionResource? Position,
    IReadOnlyDictionary<string, LatestResource> Latest);
