using System.Text.Json.Serialization;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Export;

/// <summary>Whose rows are exported: named devices, or all that fit a filter.</summary>
public sealed record DeviceChoice
{
    /// <summary>Longest list of names.</summary>
    public const int MostSns = 1_000;

    /// <summary>Named devices; when there are any, nothing else counts.</summary>
    public IReadOnlyList<string> Sns { get; init; } = [];

    public string Search { get; init; } = "";

    public DeviceStatus? Status { get; init; }

    public string? DeviceType { get; init; }

    public string? Tag { get; init; }

    public bool NeedsSomeone { get; init; }

    public double? BatteryBelow { get; init; }

    /// <summary>Nothing is left out, not even what belongs to no device.</summary>
    [JsonIgnore]
    public bool IsEverything => Sns.Count == 0 && Search.Length == 0 && Status is null && DeviceType is null && Tag is null && !NeedsSomeone && BatteryBelow is null;

    /// <summary>What the database is asked when no device is named.</summary>
    public DeviceFilter ToFilter() =>
        new() { Search = Search, Status = Status, DeviceType = DeviceType, Tag = Tag, NeedsSomeone = NeedsSomeone, BatteryBelow = BatteryBelow };
}
