using Microsoft.EntityFrameworkCore;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Storage;

/// <summary>How much there is, told from the counts that are kept anyway: nothing here looks at readings or messages one by one.</summary>
public sealed class VolumeQueries(IDbContextFactory<SensoroDbContext> states)
{
    private const long MillisecondsPerMinute = 60_000;

    /// <summary>Longer spans are counted by whole days.</summary>
    private static readonly TimeSpan LongestByHour = TimeSpan.FromDays(10);

    /// <summary>Readings of some devices in a span, and how many series they belong to. Texts, vectors and positions are not rolled up and not counted.</summary>
    /// <param name="deviceIds">A few hundred at most.</param>
    /// <param name="metrics">Keys; none for all.</param>
    /// <param name="range">Its edges are widened to whole hours or days.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<(long Readings, int Series)> ReadingsAsync(
        IReadOnlyList<long> deviceIds, IReadOnlyList<string> metrics, TimeRange range, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var series = state.LatestValues.AsNoTracking().Where(latest => deviceIds.Contains(latest.DeviceId));
        if (metrics.Count > 0)
        {
            series = series.Where(latest => state.Metrics.Any(metric => metric.Id == latest.MetricId && metrics.Contains(metric.Key)));
        }

        var count = await series.CountAsync(cancellationToken);
        var metricIds = await series.Select(latest => latest.MetricId).Distinct().ToListAsync(cancellationToken);
        var readings = range.Length <= LongestByHour
            ? await SumAsync(state.HourlyRollups.AsNoTracking(), deviceIds, metricIds, Floor(range.From, TimeSpan.FromHours(1)), range.To, cancellationToken)
            : await SumAsync(state.DailyRollups.AsNoTracking(), deviceIds, metricIds, Floor(range.From, TimeSpan.FromDays(1)), range.To, cancellationToken);
        return (readings, count);
    }

    /// <summary>Messages that were received in the span.</summary>
    public async Task<long> MessagesAsync(TimeRange range, CancellationToken cancellationToken)
    {
        var (from, to) = (range.From.ToUnixTimeMilliseconds() / MillisecondsPerMinute, range.To.ToUnixTimeMilliseconds() / MillisecondsPerMinute);
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        return await state.PushMinutes.AsNoTracking().Where(minute => minute.Minute >= from && minute.Minute <= to).SumAsync(minute => (long)minute.Count, cancellationToken);
    }

    /// <summary>Messages of some devices, whenever they were received: the index by device knows no times.</summary>
    public async Task<long> MessagesAsync(IReadOnlyList<long> deviceIds, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        return await state.DeviceMessages.AsNoTracking().Where(link => deviceIds.Contains(link.DeviceId)).LongCountAsync(cancellationToken);
    }

    /// <summary>Task results that were received in the span.</summary>
    public async Task<long> TasksAsync(TimeRange range, CancellationToken cancellationToken)
    {
        var (from, to) = (range.From, range.To);
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        return await state.TaskResults.AsNoTracking().Where(result => result.ReceivedAt >= from && result.ReceivedAt < to).LongCountAsync(cancellationToken);
    }

    private static Task<long> SumAsync<TRow>(
        IQueryable<TRow> rollups, IReadOnlyList<long> deviceIds, List<int> metricIds, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
        where TRow : RollupRow =>
        rollups.Where(rollup => deviceIds.Contains(rollup.DeviceId) && metricIds.Contains(rollup.MetricId) && rollup.At >= from && rollup.At < to)
            .SumAsync(rollup => (long)rollup.Count, cancellationToken);

    private static DateTimeOffset Floor(DateTimeOffset time, TimeSpan width) => new(time.UtcTicks - (time.UtcTicks % width.Ticks), TimeSpan.Zero);
}
