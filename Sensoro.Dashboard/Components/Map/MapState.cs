using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;

namespace Sensoro.Dashboard.Components.Map;

/// <summary>The fleet as the page around the map shows it: what was loaded, then what came, in step with what the map has in view.</summary>
internal sealed class MapState
{
    /// <summary>The map names no more devices in view than this.</summary>
    public const int MostInView = 200;

    /// <summary>Values kept of each device. A page is held for every reader: it must not hold every value of every device.</summary>
    public const int KeptValues = 4;

    private readonly Dictionary<string, DeviceSnapshot> _devices = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _types = new(StringComparer.Ordinal);

    public MapFilter Filter { get; set; } = MapFilter.Everything;

    /// <summary>What the map has in view; null while there is no map to ask, and then everything counts.</summary>
    public IReadOnlyList<string>? InView { get; set; }

    /// <summary>Every device, shown or not.</summary>
    public int Count => _devices.Count;

    /// <summary>The fleet is too large for the map: only a part of it is here.</summary>
    public bool IsPart { get; private set; }

    /// <summary>How many devices there would be to show.</summary>
    public int Total { get; private set; }

    public IReadOnlyCollection<string> Types => _types;

    public void Load(MapFleet fleet)
    {
        (IsPart, Total) = (fleet.IsPart, fleet.Total);
        if (fleet.IsPart)
        {
            // Another part may have been here before.
            var present = fleet.Devices.Select(static device => device.Sn).ToHashSet(StringComparer.Ordinal);
            foreach (var gone in _devices.Keys.Where(sn => !present.Contains(sn)).ToArray())
            {
                _devices.Remove(gone);
            }
        }

        foreach (var device in fleet.Devices)
        {
            Take(device);
        }
    }

    /// <summary>Offers types that no device here may have.</summary>
    public void AddTypes(IEnumerable<string> types) => _types.UnionWith(types);

    /// <summary>Takes in the news; true when there is something new.</summary>
    public bool Apply(FeedUpdate update, DateTimeOffset now)
    {
        var taken = false;
        foreach (var sn in update.Removed)
        {
            taken |= _devices.Remove(sn);
        }

        foreach (var (device, _, _) in update.Devices)
        {
            taken |= HasRoomFor(device, now) && Take(device);
        }

        return taken;
    }

    /// <summary>Takes in a device that somebody looks at, although there are too many like it to come one by one.</summary>
    public void Admit(DeviceSnapshot device) => Take(device);

    /// <summary>The devices on the map, in view or not.</summary>
    public int CountPlaced(DateTimeOffset now) => _devices.Values.Count(device => device.Position is not null && Filter.Matches(device, now));

    public DeviceSnapshot? Find(string? sn) => sn is null ? null : _devices.GetValueOrDefault(sn);

    /// <summary>The devices in view, worst first.</summary>
    public IReadOnlyList<DeviceSnapshot> Rows(DateTimeOffset now) => InView is null
        ? [.. WorstFirst(_devices.Values.Where(device => device.Position is not null), now).Take(MostInView)]
        : [.. WorstFirst(InView.Select(Find).OfType<DeviceSnapshot>(), now)];

    /// <summary>Devices the map cannot show, worst first.</summary>
    public IReadOnlyList<DeviceSnapshot> WithoutPosition(DateTimeOffset now) =>
        [.. WorstFirst(_devices.Values.Where(static device => device.Position is null), now)];

    /// <summary>All devices, on the map or not, worst first.</summary>
    public IReadOnlyList<DeviceSnapshot> All(DateTimeOffset now) => [.. WorstFirst(_devices.Values, now)];

    /// <summary>Of a part, strangers are let in while there is room, and whoever needs someone always.</summary>
    private bool HasRoomFor(DeviceSnapshot device, DateTimeOffset now) =>
        !IsPart
        || device.Severity > AlarmSeverity.None
        || _devices.ContainsKey(device.Sn)
        || (_devices.Count < DeviceQueries.MaxMapDevices && Filter.MatchesPart(device, now));

    private IEnumerable<DeviceSnapshot> WorstFirst(IEnumerable<DeviceSnapshot> devices, DateTimeOffset now) => devices
        .Where(device => Filter.Matches(device, now))
        .OrderBy(device => device.StatusAt(now))
        .ThenByDescending(static device => device.LastHeardAt)
        .ThenBy(static device => device.Sn, StringComparer.Ordinal);

    /// <summary>What is wrong, then what is measured: on a map, that five states are as they should be says less than 4.1 °C.</summary>
    private static IEnumerable<LatestValue> Telling(DeviceSnapshot device) => KeyValues.Of(device, int.MaxValue)
        .OrderBy(static value => KeyValues.IsWrong(value) ? 0 : value.Value.Kind == MetricValueKind.Number ? 1 : 2);

    private bool Take(DeviceSnapshot device)
    {
        if (_devices.TryGetValue(device.Sn, out var known) && !device.IsNewerThan(known))
        {
            return false;
        }

        _devices[device.Sn] = device with { Latest = [.. Telling(device).Take(KeptValues)] };
        if (!string.IsNullOrEmpty(device.DeviceType))
        {
            _types.Add(device.DeviceType);
        }

        return true;
    }
}
