using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Live;
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

    public IReadOnlyCollection<string> Types => _types;

    public void Load(IEnumerable<DeviceSnapshot> devices)
    {
        foreach (var device in devices)
        {
            Take(device);
        }
    }

    /// <summary>Takes in the news; true when there is something new.</summary>
    public bool Apply(FeedUpdate update)
    {
        var taken = false;
        foreach (var change in update.Devices)
        {
            taken |= Take(change.Device);
        }

        return taken;
    }

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
