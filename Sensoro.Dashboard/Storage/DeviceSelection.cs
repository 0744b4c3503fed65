using System.Globalization;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Storage;

/// <summary>
/// Which devices, as SQL by hand: the database knows nothing of how many devices are in a state, so it would choose the wrong way
/// to find them. Few are gathered through the index that knows their state and sorted; many are met soon by walking the
/// list in its order.
/// </summary>
internal sealed class DeviceSelection(DeviceFilter filter, DateTimeOffset now)
{
    /// <summary>So many devices are gathered and sorted within a few milliseconds.</summary>
    public const int Few = 1_000;

    /// <summary>The types in use, the missing one as NULL.</summary>
    private const string Types = """
        SELECT DISTINCT nullif(device_type, '') AS type FROM fleet_counts WHERE count > 0 UNION ALL SELECT '' WHERE EXISTS (SELECT 1 FROM fleet_counts WHERE device_type = '' AND count > 0)
        """;

    private readonly string _now = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
    private readonly DeviceSearch? _search = DeviceSearch.Of(filter.Search);

    /// <summary>Who is in a state can be told from the counts by type alone.</summary>
    public bool IsCounted => _search is null && filter.BatteryBelow is null && string.IsNullOrEmpty(filter.Tag);

    public bool IsSearch => _search is not null;

    public bool IsByStatus => filter.Sort is DeviceSort.Status or DeviceSort.StatusThenSn;

    /// <summary>The states that the filter lets through, in the order of the list.</summary>
    public IReadOnlyList<DeviceStatus> Statuses
    {
        get
        {
            IEnumerable<DeviceStatus> wanted = DeviceStatuses.All;
            wanted = filter.Status is { } only ? [only] : wanted;
            wanted = filter.NeedsSomeone ? wanted.Where(static status => status is DeviceStatus.Alarm or DeviceStatus.Malfunction) : wanted;
            wanted = filter.LeavesOutNormal ? wanted.Where(static status => status != DeviceStatus.Normal) : wanted;
            return [.. filter.Descending && IsByStatus ? wanted.Reverse() : wanted];
        }
    }

    /// <summary>How many devices the search alone finds, counted no further than to <paramref name="limit"/>.</summary>
    public DeviceStatement Found(int limit)
    {
        var values = new List<object>();
        return new($"SELECT {_search?.Count(limit, values) ?? "0"} AS Value", values);
    }

    public DeviceStatement Count(DeviceGroup group, DeviceWay way)
    {
        var values = new List<object>();
        return new($"SELECT count(*) AS Value FROM {From(group, way, values)}", values);
    }

    public DeviceStatement Page(DeviceGroup group, DeviceWay way, int skip, int take)
    {
        var values = new List<object>();
        var from = From(group, way, values);
        return new($"SELECT d.* FROM {from} ORDER BY {Order(group)} LIMIT {take.ToString(CultureInfo.InvariantCulture)} OFFSET {skip.ToString(CultureInfo.InvariantCulture)}", values);
    }

    /// <summary>The next devices by number, whatever the filter's order.</summary>
    public DeviceStatement After(long id, int take)
    {
        var values = new List<object>();
        var from = From(DeviceGroup.Whole, DeviceWay.Gather, values);
        values.Add(id);
        return new($"SELECT * FROM (SELECT d.* FROM {from}) WHERE id > {{{values.Count - 1}}} ORDER BY id LIMIT {take.ToString(CultureInfo.InvariantCulture)}", values);
    }

    private string From(DeviceGroup group, DeviceWay way, List<object> values)
    {
        var isFew = way == DeviceWay.Gather && group.Status is not null;
        var conditions = new List<string>();
        if (group.Status is { } status)
        {
            conditions.Add(Is(status, isFew ? "d." : "+d."));
        }
        else if (filter.NeedsSomeone || filter.LeavesOutNormal || filter.Status is not null)
        {
            conditions.Add($"({string.Join(" OR ", Statuses.Select(each => Is(each, "+d.")).DefaultIfEmpty("0"))})");
        }

        if (group.Type is { } type)
        {
            var column = way == DeviceWay.Walk ? "+d.device_type" : "d.device_type";
            values.Add(type);
            conditions.Add(type.Length > 0 ? $"{column} = {{{values.Count - 1}}}" : $"({column} IS NULL OR {column} = {{{values.Count - 1}}})");
        }

        if (!string.IsNullOrEmpty(filter.DeviceType))
        {
            values.Add(filter.DeviceType);
            conditions.Add(isFew ? $"c.type = {{{values.Count - 1}}}" : way == DeviceWay.Walk || _search is not null ? $"+d.device_type = {{{values.Count - 1}}}" : $"d.device_type = {{{values.Count - 1}}}");
        }

        if (filter.BatteryBelow is { } limit)
        {
            values.Add(limit);
            conditions.Add($"d.battery < {{{values.Count - 1}}}");
        }

        if (!string.IsNullOrEmpty(filter.Tag))
        {
            // Between its two line breaks a tag has three letters at least, so the trigrams know it.
            values.Add($"tags : \"\n{filter.Tag.Replace("\"", "\"\"", StringComparison.Ordinal)}\n\"");
            conditions.Add($"d.id IN (SELECT rowid FROM device_search WHERE device_search MATCH {{{values.Count - 1}}})");
        }

        if (_search is not null)
        {
            conditions.Add((isFew || way == DeviceWay.Walk ? _search.Test(values) : null) ?? $"d.id IN ({_search.Ids(values)})");
        }

        var source = isFew ? $"({Types}) c CROSS JOIN devices d ON d.device_type IS c.type" : "devices d";
        return conditions.Count == 0 ? source : $"{source} WHERE {string.Join(" AND ", conditions)}";
    }

    /// <summary><see cref="DeviceSnapshot.StatusAt"/> as a condition.</summary>
    /// <param name="status">The state.</param>
    /// <param name="d">The table; with a plus the database may not use an index for it.</param>
    private string Is(DeviceStatus status, string d) => status switch
    {
        DeviceStatus.Alarm => $"{d}severity = 2",
        DeviceStatus.Malfunction => $"{d}severity = 1",
        DeviceStatus.Lost => $"{d}severity = 0 AND {d}lost_at <= {_now}",
        DeviceStatus.Late => $"{d}severity = 0 AND {d}late_at <= {_now} AND +d.lost_at > {_now}",
        DeviceStatus.Normal => $"{d}severity = 0 AND {d}late_at > {_now}",
        DeviceStatus.NeverSeen => $"{d}severity = -2",
        DeviceStatus.Maintenance => $"{d}severity = -1",
    };

    private string Order(DeviceGroup group)
    {
        var down = filter.Descending ? " DESC" : "";
        var urgency = group.Status is not null ? "" : $"CASE WHEN d.severity = 2 THEN 0 WHEN d.severity = 1 THEN 1 WHEN d.severity = -2 THEN 5 WHEN d.severity = -1 THEN 6 WHEN d.lost_at <= {_now} THEN 2 WHEN d.late_at <= {_now} THEN 3 ELSE 4 END{down}, ";
        return filter.Sort switch
        {
            DeviceSort.Status => $"{urgency}d.last_heard_at DESC, d.sn",
            DeviceSort.StatusThenSn => $"{urgency}d.sn",
            DeviceSort.Sn => $"d.sn{down}",
            DeviceSort.Name => $"coalesce(d.name, d.sn){down}, d.sn",
            DeviceSort.Type => group.Type is not null ? "d.sn" : $"coalesce(d.device_type, ''){down}, d.sn",
            DeviceSort.Battery => $"{(filter.Descending ? "d.battery DESC" : "coalesce(d.battery, 1e308)")}, d.sn",
            DeviceSort.Interval => $"d.interval_seconds{down}, d.sn",
            DeviceSort.LastHeard => $"d.last_heard_at{down}, d.sn",
        };
    }
}
