using Microsoft.EntityFrameworkCore;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Storage;

/// <summary>Reads of devices and their latest values. Every list is bounded.</summary>
public sealed class DeviceQueries(IDbContextFactory<SensoroDbContext> states, TimeProvider time)
{
    public const int MaxPageSize = 1_000;

    /// <summary>The map draws no more devices than this; beyond it the server has to cluster.</summary>
    public const int MaxMapDevices = 20_000;

    /// <summary>A page of devices.</summary>
    /// <param name="filter">Which and in which order.</param>
    /// <param name="skip">Devices to pass over.</param>
    /// <param name="take">At most <see cref="MaxPageSize"/>.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<Page<DeviceSnapshot>> ListAsync(DeviceFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var matching = Matching(state.Devices.AsNoTracking(), filter, now);
        var total = await matching.CountAsync(cancellationToken);
        var rows = await Sorted(matching, filter, now).Skip(skip).Take(Math.Clamp(take, 1, MaxPageSize)).ToListAsync(cancellationToken);
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

    /// <summary>Devices that changed after a message, oldest change first.</summary>
    public async Task<IReadOnlyList<DeviceSnapshot>> ChangedSinceAsync(long messageId, int limit, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var rows = await state.Devices.AsNoTracking().Where(device => device.LastMessageId > messageId)
            .OrderBy(device => device.LastMessageId).Take(limit).ToListAsync(cancellationToken);
        return await WithLatestAsync(state, rows, cancellationToken);
    }

    /// <summary>Every device, for the map, with its latest values.</summary>
    public async Task<IReadOnlyList<DeviceSnapshot>> ForMapAsync(CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var rows = await state.Devices.AsNoTracking().OrderBy(device => device.Id).Take(MaxMapDevices).ToListAsync(cancellationToken);
        return await WithLatestAsync(state, rows, cancellationToken);
    }

    /// <summary>The device types in use, at most 200.</summary>
    public async Task<IReadOnlyList<string>> TypesAsync(CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        return await state.Devices.AsNoTracking().Where(device => device.DeviceType != null)
            .Select(device => device.DeviceType ?? "").Distinct().OrderBy(type => type).Take(200).ToListAsync(cancellationToken);
    }

    /// <summary>The next devices that fit, by number: for walks through all of them.</summary>
    public async Task<IReadOnlyList<DeviceReference>> WalkAsync(DeviceFilter filter, long afterId, int take, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        return await Matching(state.Devices.AsNoTracking(), filter, time.GetUtcNow()).Where(device => device.Id > afterId).OrderBy(device => device.Id)
            .Take(Math.Clamp(take, 1, MaxPageSize)).Select(device => new DeviceReference(device.Id, device.Sn, device.Name)).ToListAsync(cancellationToken);
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

    private static IQueryable<DeviceRow> Matching(IQueryable<DeviceRow> devices, DeviceFilter filter, DateTimeOffset now)
    {
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var pattern = LikePattern.Containing(filter.Search);
            devices = devices.Where(device =>
                EF.Functions.Like(device.Sn, pattern, LikePattern.Escape) || EF.Functions.Like(device.Name ?? "", pattern, LikePattern.Escape));
        }

        if (filter.Status is { } status)
        {
            devices = devices.WithStatus(status, now);
        }

        if (filter.NeedsSomeone)
        {
            devices = devices.Where(device => device.Severity != AlarmSeverity.None);
        }

        if (!string.IsNullOrEmpty(filter.DeviceType))
        {
            devices = devices.Where(device => device.DeviceType == filter.DeviceType);
        }

        return filter.BatteryBelow is { } limit ? devices.Where(device => device.Battery < limit) : devices;
    }

    private static IQueryable<DeviceRow> Sorted(IQueryable<DeviceRow> devices, DeviceFilter filter, DateTimeOffset now)
    {
        var down = filter.Descending;
        var sorted = filter.Sort switch
        {
            DeviceSort.Status => (down ? devices.OrderByDescending(DeviceStatusQuery.Urgency(now)) : devices.OrderBy(DeviceStatusQuery.Urgency(now)))
                .ThenByDescending(device => device.LastHeardAt),
            DeviceSort.StatusThenSn => down ? devices.OrderByDescending(DeviceStatusQuery.Urgency(now)) : devices.OrderBy(DeviceStatusQuery.Urgency(now)),
            DeviceSort.Sn => down ? devices.OrderByDescending(device => device.Sn) : devices.OrderBy(device => device.Sn),
            DeviceSort.Name => down ? devices.OrderByDescending(device => device.Name ?? device.Sn) : devices.OrderBy(device => device.Name ?? device.Sn),
            DeviceSort.Type => down ? devices.OrderByDescending(device => device.DeviceType) : devices.OrderBy(device => device.DeviceType),
            DeviceSort.Battery => down ? devices.OrderByDescending(device => device.Battery) : devices.OrderBy(device => device.Battery ?? double.MaxValue),
            DeviceSort.Interval => down ? devices.OrderByDescending(device => device.IntervalSeconds) : devices.OrderBy(device => device.IntervalSeconds),
            DeviceSort.LastHeard => down ? devices.OrderByDescending(device => device.LastHeardAt) : devices.OrderBy(device => device.LastHeardAt),
        };
        return sorted.ThenBy(device => device.Sn);
    }

    private static async Task<IReadOnlyList<DeviceSnapshot>> WithLatestAsync(SensoroDbContext state, List<DeviceRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var first = rows.Min(row => row.Id);
        var last = rows.Max(row => row.Id);
        var ids = rows.ConvertAll(row => row.Id);
        var latest = state.LatestValues.AsNoTracking();

        // A dense run of devices is one range of the clustered table; a handful is looked up one by one.
        latest = last - first < ids.Count * 4L
            ? latest.Where(value => value.DeviceId >= first && value.DeviceId <= last)
            : latest.Where(value => ids.Contains(value.DeviceId));
        var values = await latest.Join(state.Metrics, value => value.MetricId, metric => metric.Id, (value, metric) => new { value, metric.Key })
            .ToListAsync(cancellationToken);
        var byDevice = values.ToLookup(
            found => found.value.DeviceId,
            found => new LatestValue(found.Key, found.value.ToMetricValue(), found.value.At, found.value.Since, found.value.MessageId));
        return rows.ConvertAll(row => row.ToSnapshot([.. byDevice[row.Id]]));
    }
}
