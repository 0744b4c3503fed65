using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Components.Devices;

/// <summary>
/// What the device list shows: a window of rows that the database cut out, and the news since then. News changes rows where they
/// stand; rows come, go and move only when the window is read again.
/// </summary>
public sealed class DevicesState
{
    /// <summary>Rows drawn beyond each end of what can be seen.</summary>
    public const int Overscan = 4;

    /// <summary>Least time between two reads that nobody asked for.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, DeviceSnapshot> _newsDuringRead = new(StringComparer.Ordinal);
    private readonly ReloadPace _reload = new(Pace);
    private readonly HashSet<string> _chosen = new(StringComparer.Ordinal);
    private FleetCounts? _countsWhenRead;
    private int _reads;

    public DeviceListFilter Filter { get; private set; } = DeviceListFilter.Everything;

    public FleetCounts Counts { get; set; } = FleetCounts.Empty;

    public IReadOnlyList<DeviceListRow> Rows { get; private set; } = [];

    /// <summary>Devices before the first row.</summary>
    public int Start { get; private set; }

    /// <summary>How many devices match the filter; null until they were counted.</summary>
    public int? Total { get; private set; }

    public int NeedSomeone => Counts[DeviceStatus.Alarm] + Counts[DeviceStatus.Malfunction];

    /// <summary>The devices that something is to be done with, in view or not.</summary>
    public IReadOnlyCollection<string> Chosen => _chosen;

    /// <summary>The row that the keys move from.</summary>
    public string? Selected { get; set; }

    public bool IsChosen(string sn) => _chosen.Contains(sn);

    /// <summary>Chooses a device, or leaves it out again.</summary>
    public void Choose(string sn, bool chosen)
    {
        if (chosen && _chosen.Count < DeviceEdits.MostAtOnce)
        {
            _chosen.Add(sn);
        }
        else if (!chosen)
        {
            _chosen.Remove(sn);
        }
    }

    /// <summary>Chooses these and no others.</summary>
    public void ChooseOnly(IEnumerable<string> sns)
    {
        _chosen.Clear();
        _chosen.UnionWith(sns.Take(DeviceEdits.MostAtOnce));
    }

    /// <summary>Changes what is listed; true when that needs a read. What was chosen of another list is not carried along unseen.</summary>
    public bool Narrow(DeviceListFilter filter)
    {
        var changed = Filter != filter;
        if (Filter with { Sort = filter.Sort, Descending = filter.Descending } != filter)
        {
            _chosen.Clear();
        }

        Filter = filter;
        return changed;
    }

    /// <summary>Call before the database is read: news that comes meanwhile may be newer than what the read finds.</summary>
    public void BeginRead(DateTimeOffset now)
    {
        _reads++;
        _countsWhenRead = Counts;
        _reload.Started(now);
    }

    /// <summary>The read ended, with <see cref="Show"/> before it or without.</summary>
    public void EndRead()
    {
        if (--_reads == 0)
        {
            _newsDuringRead.Clear();
        }
    }

    /// <summary>Shows a window that was read. Rows that were shown before keep their objects.</summary>
    /// <param name="start">Devices before the window.</param>
    /// <param name="page">What was read.</param>
    public IReadOnlyList<DeviceListRow> Show(int start, Page<DeviceSnapshot> page)
    {
        var shown = Rows.ToDictionary(row => row.Sn, StringComparer.Ordinal);
        (Start, Total) = (start, page.Total);
        Rows = [.. page.Items.Select(device => Row(shown, device))];
        return Rows;
    }

    public void Apply(FeedUpdate update, DateTimeOffset now)
    {
        Counts = update.Counts ?? Counts;
        var rows = Rows.ToDictionary(row => row.Sn, StringComparer.Ordinal);
        var all = Start == 0 && Total <= Rows.Count;
        if (update.Removed.Any(rows.ContainsKey))
        {
            _reload.Want();
        }

        foreach (var (device, _, isNew) in update.Devices)
        {
            if (_reads > 0)
            {
                _newsDuringRead[device.Sn] = device;
            }

            var row = rows.GetValueOrDefault(device.Sn);
            row?.Merge(device);
            if (isNew || (row is null ? all && Filter.Matches(device, now) : !Filter.Matches(row.Device, now)))
            {
                _reload.Want();
            }
        }

        if (HaveCountsMoved())
        {
            _reload.Want();
        }
    }

    /// <summary>Whether the window should be read again now.</summary>
    public bool IsReloadDue(DateTimeOffset now) => _reload.IsDue(now);

    /// <summary>Moves the selection by rows within the window; null when it would leave it.</summary>
    public DeviceListRow? Move(int step)
    {
        var selected = IndexOf(Selected);
        var next = selected >= 0 ? selected + step : Start == 0 ? 0 : Overscan + 1;
        if (next < 0 || next >= Rows.Count)
        {
            return null;
        }

        Selected = Rows[next].Sn;
        return Rows[next];
    }

    private int IndexOf(string? sn)
    {
        for (var i = 0; i < Rows.Count; i++)
        {
            if (string.Equals(Rows[i].Sn, sn, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private bool HaveCountsMoved() => _countsWhenRead is { } then
        && (Filter.DependsOnStatus ? !then.ByStatus.SequenceEqual(Counts.ByStatus) : then.Total != Counts.Total);

    private DeviceListRow Row(Dictionary<string, DeviceListRow> shown, DeviceSnapshot device)
    {
        if (shown.TryGetValue(device.Sn, out var row))
        {
            row.Merge(device);
        }
        else
        {
            row = new DeviceListRow(device);
        }

        if (_newsDuringRead.TryGetValue(device.Sn, out var newer))
        {
            row.Merge(newer);
        }

        return row;
    }
}
