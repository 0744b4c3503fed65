using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Devices;

/// <summary>Which devices the list shows, and in which order.</summary>
public sealed record DeviceListFilter
{
    public const int LongestSearch = 100;

    public static DeviceListFilter Everything { get; } = new();

    /// <summary>Part of the SN, of the name or of a tag.</summary>
    public string Search { get; init; } = "";

    public DeviceStatus? Status { get; init; }

    public string? Type { get; init; }

    /// <summary>A tag, whole.</summary>
    public string? Tag { get; init; }

    public DeviceView View { get; init; }

    public DeviceSort Sort { get; init; } = DeviceSort.StatusThenSn;

    public bool Descending { get; init; }

    /// <summary>Some devices may be left out.</summary>
    public bool IsNarrowed => Search.Length > 0 || Status is not null || Type is not null || Tag is not null || View != DeviceView.All;

    /// <summary>Which devices are listed, or where, changes with their state.</summary>
    public bool DependsOnStatus => Sort == DeviceSort.StatusThenSn || Status is not null || View is DeviceView.NeedsSomeone or DeviceView.Lost;

    /// <summary>The state that is asked for, by the select or by a button.</summary>
    private DeviceStatus? WantedStatus => Status ?? (View == DeviceView.Lost ? DeviceStatus.Lost : null);

    /// <summary>What the database is asked.</summary>
    public DeviceFilter ToQuery() => new()
    {
        Search = Search,
        Status = WantedStatus,
        DeviceType = Type,
        Tag = Tag,
        NeedsSomeone = View == DeviceView.NeedsSomeone,
        BatteryBelow = View == DeviceView.LowBattery ? BatteryLevel.Low : null,
        Sort = Sort,
        Descending = Descending,
    };

    /// <summary>Whether the database would list this device now.</summary>
    public bool Matches(DeviceSnapshot device, DateTimeOffset now) =>
        (Search.Length == 0 || Fits(device.Sn) || Fits(device.Name) || device.Tags.Any(Fits))
        && (WantedStatus is not { } status || device.StatusAt(now) == status)
        && (Type is null || string.Equals(device.DeviceType, Type, StringComparison.Ordinal))
        && (Tag is null || device.Tags.Contains(Tag, StringComparer.OrdinalIgnoreCase))
        && (View != DeviceView.NeedsSomeone || device.Severity > AlarmSeverity.None)
        && (View != DeviceView.LowBattery || (device.Battery is { } battery && BatteryLevel.IsLow(battery)));

    /// <summary>The same list in another order; the same column again turns it round.</summary>
    public DeviceListFilter SortedBy(DeviceSort sort) => sort == Sort
        ? this with { Descending = !Descending }
        : this with { Sort = sort, Descending = sort == DeviceSort.LastHeard };

    /// <summary>A button takes the place of a chosen state, because the two say the same kind of thing.</summary>
    public DeviceListFilter Cut(DeviceView view) => this with { View = view, Status = null };

    public DeviceListFilter WithStatus(DeviceStatus? status) =>
        this with { Status = status, View = View == DeviceView.LowBattery ? View : DeviceView.All };

    /// <summary>All devices in the same order.</summary>
    public DeviceListFilter Cleared() => new() { Sort = Sort, Descending = Descending };

    private bool Fits(string? text) => SearchText.Fits(Search, text);
}
