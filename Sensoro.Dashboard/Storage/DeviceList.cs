using Microsoft.EntityFrameworkCore;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Storage;

/// <summary>One list of devices, counted and cut into pages without looking at every device.</summary>
internal sealed class DeviceList
{
    private readonly SensoroDbContext _state;
    private readonly DeviceFilter _filter;
    private readonly DeviceSelection _selection;
    private readonly List<TypeCounts> _counts;
    private readonly int _found;

    private DeviceList(SensoroDbContext state, DeviceFilter filter, DeviceSelection selection, List<TypeCounts> counts, int found)
    {
        _state = state;
        _filter = filter;
        _selection = selection;
        _counts = counts;
        _found = found;
    }

    /// <summary>What the search finds is few: all of it can be looked at.</summary>
    private bool IsFewFound => _selection.IsSearch && _found <= DeviceSelection.Few;

    public static async Task<DeviceList> OpenAsync(SensoroDbContext state, DeviceFilter filter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var selection = new DeviceSelection(filter, now);
        var counts = await TypeCountReader.ReadAsync(state, now, cancellationToken);
        if (!string.IsNullOrEmpty(filter.DeviceType))
        {
            counts = counts.FindAll(type => string.Equals(type.DeviceType, filter.DeviceType, StringComparison.Ordinal));
        }

        var found = selection.IsSearch ? await ScalarAsync(state, selection.Found(DeviceSelection.Few + 1), cancellationToken) : 0;
        return new DeviceList(state, filter, selection, counts, found);
    }

    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        if (_selection.IsCounted)
        {
            return _selection.Statuses.Sum(In);
        }

        // Nothing but the search narrows the list: its index counts alone.
        return _filter is { Status: null, NeedsSomeone: false, BatteryBelow: null, Tag: null or "" } && string.IsNullOrEmpty(_filter.DeviceType)
            ? IsFewFound ? _found : await ScalarAsync(_state, _selection.Found(int.MaxValue), cancellationToken)
            : await ScalarAsync(_state, _selection.Count(DeviceGroup.Whole, IsFewFound ? DeviceWay.Gather : DeviceWay.Walk), cancellationToken);
    }

    public async Task<List<DeviceRow>> PageAsync(int skip, int take, CancellationToken cancellationToken)
    {
        var rows = new List<DeviceRow>(take);
        foreach (var group in Groups())
        {
            if (group.Count == 0 || rows.Count == take)
            {
                continue;
            }

            if (skip > 0 && group != DeviceGroup.Whole)
            {
                var matching = _selection.IsCounted ? group.Count : await ScalarAsync(_state, _selection.Count(group, group.Way), cancellationToken);
                if (skip >= matching)
                {
                    skip -= matching;
                    continue;
                }
            }

            var way = IsFewFound ? DeviceWay.Gather : group.Way;
            rows.AddRange(await RowsAsync(_selection.Page(group, way, skip, take - rows.Count), cancellationToken));
            skip = 0;
        }

        // The states are read one after the other: a device that changes its state meanwhile is met twice.
        return rows.DistinctBy(static row => row.Id).ToList();
    }

    /// <summary>The parts of the list in its order: where the order is one of states or types, each part has a way of its own to be found.</summary>
    private IEnumerable<DeviceGroup> Groups()
    {
        var statuses = _selection.Statuses;
        if (IsFewFound || _filter.BatteryBelow is not null || !string.IsNullOrEmpty(_filter.Tag))
        {
            return [DeviceGroup.Whole];
        }

        if (_selection.IsByStatus || statuses.Count == 1)
        {
            return statuses.Select(status => new DeviceGroup(status, null, In(status)));
        }

        if (_filter.Sort != DeviceSort.Type)
        {
            return [DeviceGroup.Whole];
        }

        var types = _counts.Select(type => new DeviceGroup(null, type.DeviceType, statuses.Sum(status => type[status])));
        return _filter.Descending ? types.Reverse() : types;
    }

    private static Task<int> ScalarAsync(SensoroDbContext state, DeviceStatement statement, CancellationToken cancellationToken) =>
        state.Database.SqlQueryRaw<int>(statement.Sql, [.. statement.Values]).SingleAsync(cancellationToken);

    private int In(DeviceStatus status) => _counts.Sum(type => type[status]);

    private Task<List<DeviceRow>> RowsAsync(DeviceStatement statement, CancellationToken cancellationToken) =>
        _state.Devices.FromSqlRaw(statement.Sql, [.. statement.Values]).AsNoTracking().ToListAsync(cancellationToken);
}
