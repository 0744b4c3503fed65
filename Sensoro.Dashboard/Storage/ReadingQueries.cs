using Microsoft.EntityFrameworkCore;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Storage;

/// <summary>
/// Reads of the history reading by reading. A series of any length is read in pages, each of which starts where the one before
/// ended: in the clustered table that is one run of leaves, however far into the series.
/// </summary>
public sealed class ReadingQueries(IDbContextFactory<SensoroDbContext> states)
{
    /// <summary>Small enough that a page stays out of the large object heap, which is collected late.</summary>
    public const int MaxPageSize = 1_000;

    /// <summary>The metrics that a device has sent, by key.</summary>
    public async Task<IReadOnlyList<MetricReference>> MetricsAsync(long deviceId, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        return await state.LatestValues.AsNoTracking().Where(latest => latest.DeviceId == deviceId)
            .Join(state.Metrics, latest => latest.MetricId, metric => metric.Id, (latest, metric) => new { metric.Id, metric.Key, latest.Kind })
            .OrderBy(found => found.Key).Take(MaxPageSize).Select(found => new MetricReference(found.Id, found.Key, found.Kind)).ToListAsync(cancellationToken);
    }

    /// <summary>The keys of all metrics that any device has sent.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync(CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        return await state.Metrics.AsNoTracking().OrderBy(metric => metric.Key).Take(MaxPageSize).Select(metric => metric.Key).ToListAsync(cancellationToken);
    }

    /// <summary>The next readings of one series within the span, oldest first, at most <see cref="MaxPageSize"/>.</summary>
    /// <param name="deviceId">The device.</param>
    /// <param name="metricId">The metric.</param>
    /// <param name="range">The span.</param>
    /// <param name="after">The time of the last reading of the page before; null for the first page.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<IReadOnlyList<StoredReading>> ReadAfterAsync(long deviceId, int metricId, TimeRange range, DateTimeOffset? after, CancellationToken cancellationToken)
    {
        var (from, to) = (after?.AddMilliseconds(1) ?? range.From, range.To);
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        return await state.Readings.AsNoTracking()
            .Where(reading => reading.DeviceId == deviceId && reading.MetricId == metricId && reading.At >= from && reading.At < to)
            .OrderBy(reading => reading.At).Take(MaxPageSize)
            .Select(reading => new StoredReading(reading.At, reading.Value, reading.Y, reading.Z, reading.Text, reading.LateBy)).ToListAsync(cancellationToken);
    }
}
