using System.ComponentModel.DataAnnotations;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Projection;

/// <summary>What is assumed of devices that do not say it themselves; configuration section <c>Devices</c>.</summary>
public sealed class DeviceOptions
{
    public const string Section = "Devices";

    /// <summary>The datum of positions in pushes.</summary>
    [EnumDataType(typeof(CoordinateSystem), ErrorMessage = "Devices:Datum must be Gcj02, Wgs84 or Bd09.")]
    public CoordinateSystem Datum { get; set; } = CoordinateSystem.Gcj02;

    /// <summary>The datum by device type, where it differs.</summary>
    public IDictionary<string, CoordinateSystem> DatumByType { get; } = new Dictionary<string, CoordinateSystem>(StringComparer.Ordinal);

    /// <summary>The upload interval of a device that has not reported one.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "31.00:00:00", ErrorMessage = "Devices:DefaultInterval must be a time span from 00:00:10 to 31.00:00:00.")]
    public TimeSpan DefaultInterval { get; set; } = TimeSpan.FromHours(1);

    public CoordinateSystem DatumOf(string? deviceType) =>
        deviceType is not null && DatumByType.TryGetValue(deviceType, out var datum) ? datum : Datum;
}
