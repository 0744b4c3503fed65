using Microsoft.EntityFrameworkCore;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Storage;

/// <summary>Reads of devices and their latest values. Every list is bounded.</summary>
public sealed class DeviceQueries(IDbContextFactory<SensoroDbContext> states, TimeProvider time)
{
    public const int MaxPageSize = 1_000;

    private const int MaxTags = 200;

    /// <summary>Different sets of tags that are looked at to learn which tags there are.</summary>
    private const int MaxTagSets = 10_000;

    /// <summary>The map draws no more devices than this; of a larger fleet it shows a part.</summary>
    public const int MaxMapDevices = 20_000;

    /// <summary>A page of devices.</summary>
    /// <param name="filter">Which and in which order.</param>
    /// <param name="skip">Devices to pass over.</param>
    /// <param name="take">At most <see cref="MaxPageSize"/>.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<Page<DeviceSnapshot>> ListAsync(DeviceFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var list = await DeviceList.OpenAsync(state, filter, time.GetUtcNow(), cancellationToken);
        var total = await list.CountAsync(cancellationToken);
        var rows = await list.PageAsync(skip, Math.Clamp(take, 1, MaxPageSize), cancellationToken);
        return new(await WithLatestAsync(state, rows, cancellationToken), total);
    }

    /// <summary>The device with exactly this SN; null when it is not known.</summary>
    public async Task<DeviceSnapshot?> FindAsync(string sn, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var rows = await state.Devices.AsNoTracking().Where(device => device.Sn == sn).OrderBy(device => device.Sn).Take(1).ToListAsync(cancellationToken);
        var found = await WithLatestAsync(state, rows, cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Devices that changed after a message, by a push or by staff, oldest change first.</summary>
    public async Task<IReadOnlyList<DeviceSnapshot>> ChangedSinceAsync(long messageId, int limit, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var rows = await state.Devices.AsNoTracking().Where(device => device.LastMessageId > messageId)
            .OrderBy(device => device.LastMessageId).Take(limit).ToListAsync(cancellationToken);
        var edited = await state.Devices.AsNoTracking().Where(device => device.EditedAfter >= messageId && device.LastMessageId <= messageId)
            .OrderBy(device => device.EditedAfter).Take(limit).ToListAsync(cancellationToken);
        return await WithLatestAsync(state, [.. edited.Concat(rows).Take(limit)], cancellationToken);
    }

    /// <summary>
    /// Every device, for the map, with its latest values. Of a fleet that is too large, a part: if that is too large as well, only who is not
    /// in order comes one by one, the most urgent first.
    /// </summary>
    public async Task<MapFleet> ForMapAsync(MapPart part, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        if (await state.FleetCounts.AsNoTracking().SumAsync(count => count.Count, cancellationToken) <= part.Most)
        {
            var all = await state.Devices.AsNoTracking().OrderBy(device => device.Id).Take(part.Most).ToListAsync(cancellationToken);
            return new(await WithLatestAsync(state, all, cancellationToken), all.Count, IsPart: false);
        }

        var (now, filter) = (time.GetUtcNow(), new DeviceFilter { Status = part.Status, DeviceType = part.DeviceType });
        var list = await DeviceList.OpenAsync(state, filter, now, cancellationToken);
        var total = await list.CountAsync(cancellationToken);
        var areAll = total <= part.Most;
        list = areAll ? list : await DeviceList.OpenAsync(state, filter with { LeavesOutNormal = true }, now, cancellationToken);
        var cells = areAll || !part.HasCells || part.Status is not (null or DeviceStatus.Normal)
            ? [] : await MapCellReader.ReadAsync(state, part.DeviceType, now, cancellationToken);
        var urgent = await list.PageAsync(0, part.Most, cancellationToken);
        return new(await WithLatestAsync(state, urgent, cancellationToken), total, IsPart: true) { Cells = cells };
    }

    /// <summary>The devices of a square that <see cref="ForMapAsync"/> counted, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<DeviceSnapshot>> InCellAsync(MapCellKey cell, string? deviceType, int most, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var rows = await MapCellReader.MembersAsync(state, cell, deviceType, time.GetUtcNow(), Math.Clamp(most, 1, MaxPageSize), cancellationToken);
        return await WithLatestAsync(state, rows, cancellationToken);
    }

    /// <summary>The device types in use, at most 200.</summary>
    public async Task<IReadOnlyList<string>> TypesAsync(CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        return await state.FleetCounts.AsNoTracking().Where(count => count.Count > 0 && count.DeviceType != "")
            .Select(count => count.DeviceType).Distinct().OrderBy(type => type).Take(200).ToListAsync(cancellationToken);
    }

    /// <summary>The tags in use, at most 200, in the order of the alphabet.</summary>
    public async Task<IReadOnlyList<string>> TagsAsync(CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var sets = await state.Devices.AsNoTracking().Where(device => device.Tags != null).Select(device => device.Tags)
            .Distinct().OrderBy(tags => tags).Take(MaxTagSets).ToListAsync(cancellationToken);
        return [.. sets.SelectMany(static tags => DeviceLabels.FromStored(null, tags).Tags).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.CurrentCultureIgnoreCase).Take(MaxTags)];
    }

    /// <summary>The next devices that fit, by number: for walks through all of them.</summary>
    public async Task<IReadOnlyList<DeviceReference>> WalkAsync(DeviceFilter filter, long afterId, int take, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var statement = new DeviceSelection(filter, time.GetUtcNow()).After(afterId, Math.Clamp(take, 1, MaxPageSize));
        var rows = await state.Devices.FromSqlRaw(statement.Sql, [.. statement.Values]).AsNoTracking().ToListAsync(cancellationToken);
        return rows.ConvertAll(static row => new DeviceReference(row.Id, row.Sn, row.Name));
    }

    /// <summary>The SNs of the devices that fit, by number.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="most">The walk ends with the page that reaches this.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    public async Task<IReadOnlyList<string>> SnsAsync(DeviceFilter filter, int most, CancellationToken cancellationToken)
    {
        var (sns, last) = (new List<string>(), 0L);
        while (sns.Count < most && await WalkAsync(filter, last, MaxPageSize, cancellationToken) is { Count: > 0 } next)
        {
            sns.AddRange(next.Select(static device => device.Sn));
            last = next[^1].Id;
        }

        return sns;
    }

    /// <summary>Those of the devices that are known, by number.</summary>
    /// <param name="sns">At most <see cref="MaxPageSize"/>.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<IReadOnlyList<DeviceReference>> FindAllAsync(IReadOnlyList<string> sns, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        return await state.Devices.AsNoTracking().Where(device => sns.Contains(device.Sn)).OrderBy(device => device.Id)
            .Take(MaxPageSize).Select(device => new DeviceReference(device.Id, device.Sn, device.Name)).ToListAsync(cancellationToken);
    }

    /// <summary>Those of the devices that are known, without their latest values.</summary>
    /// <param name="sns">At most <see cref="MaxPageSize"/>.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<IReadOnlyList<DeviceSnapshot>> DescribeAsync(IReadOnlyList<string> sns, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var rows = await state.Devices.AsNoTracking().Where(device => sns.Contains(device.Sn)).OrderBy(device => device.Id)
            .Take(MaxPageSize).ToListAsync(cancellationToken);
        return rows.ConvertAll(static row => row.ToSnapshot([]));
    }

    /// <summary>The devices that best fit what somebody is typing, the nearest first, without their latest values.</summary>
    /// <param name="text">As for <see cref="DeviceFilter.Search"/>.</param>
    /// <param name="take">At most <see cref="MaxPageSize"/>.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<IReadOnlyList<DeviceSnapshot>> SuggestAsync(string text, int take, CancellationToken cancellationToken)
    {
        if (DeviceSuggestion.Of(text, Math.Clamp(take, 1, MaxPageSize)) is not { } statement)
        {
            return [];
        }

        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var rows = await state.Devices.FromSqlRaw(statement.Sql, [.. statement.Values]).AsNoTracking().ToListAsync(cancellationToken);
        return rows.ConvertAll(static row => row.ToSnapshot([]));
    }

    private static async Task<IReadOnlyList<DeviceSnapshot>> WithLatestAsync(SensoroDbContext state, List<DeviceRow> rows, CancellationToken cancellationToken)
    {
        var byDevice = await LatestValueReader.ReadAsync(state, rows, cancellationToken);
        return rows.ConvertAll(row => row.ToSnapshot([.. byDevice[row.Id]]));
    }
}
