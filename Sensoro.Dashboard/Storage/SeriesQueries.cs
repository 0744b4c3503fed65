using Microsoft.EntityFrameworkCore;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Storage;

/// <summary>Reads of the history of one metric of one device, within a budget of points.</summary>
public sealed class SeriesQueries(IDbContextFactory<SensoroDbContext> states)
{
    /// <summary>The longest span that is looked through reading by reading for its extremes.</summary>
    public static readonly TimeSpan LongestRange = TimeSpan.FromDays(7);

    /// <summary>Bucket widths that fall on clock times people know.</summary>
    private static readonly TimeSpan[] Widths =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(3), TimeSpan.FromHours(6),
        TimeSpan.FromHours(12), TimeSpan.FromDays(1), TimeSpan.FromDays(2), TimeSpan.FromDays(7), TimeSpan.FromDays(14), TimeSpan.FromDays(28),
    ];

    /// <summary>
    /// The numbers of several series: raw when they fit into the budget, otherwise minimum, mean and maximum of equal buckets. Series
    /// of devices that are not known are left out; a metric that a device never sent has no points.
    /// </summary>
    public async Task<IReadOnlyList<ReadingSeries>> ReadAsync(SeriesRequest request, CancellationToken cancellationToken)
    {
        var found = new List<ReadingSeries>();
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        foreach (var key in request.Keys)
        {
            if (await ReadAsync(state, key, request, cancellationToken) is { } series)
            {
                found.Add(series);
            }
        }

        return found;
    }

    /// <summary>
    /// Lowest, mean and highest value of every metric whose newest value is a number, from <paramref name="from"/> (at most
    /// <see cref="LongestRange"/> before the end) to <paramref name="to"/>. Metrics without a reading in that time are left out.
    /// </summary>
    public async Task<IReadOnlyList<MetricRange>> RangesAsync(string sn, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var start = to - from > LongestRange ? to - LongestRange : from;
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var numbers = await (
            from device in state.Devices.AsNoTracking()
            where device.Sn == sn
            join latest in state.LatestValues on device.Id equals latest.DeviceId
            where latest.Kind == MetricValueKind.Number
            join metric in state.Metrics on latest.MetricId equals metric.Id
            select new { latest.DeviceId, latest.MetricId, metric.Key }).ToListAsync(cancellationToken);
        if (numbers.Count == 0)
        {
            return [];
        }

        // With its metrics named, each one is a run of the clustered table; joined, SQLite reads all the device has ever sent.
        var (deviceId, metricIds) = (numbers[0].DeviceId, numbers.ConvertAll(number => number.MetricId));
        var ranges = await state.Readings.AsNoTracking()
            .Where(reading => reading.DeviceId == deviceId && metricIds.Contains(reading.MetricId) && reading.At >= start && reading.At <= to && reading.Value != null)
            .GroupBy(reading => reading.MetricId)
            .Select(group => new
            {
                group.Key,
                Min = group.Min(reading => reading.Value ?? 0),
                Mean = group.Average(reading => reading.Value ?? 0),
                Max = group.Max(reading => reading.Value ?? 0),
                Count = group.Count(),
            }).ToListAsync(cancellationToken);
        var keys = numbers.ToDictionary(number => number.MetricId, number => number.Key);
        return ranges.ConvertAll(range => new MetricRange(keys[range.Key], range.Min, range.Mean, range.Max, range.Count));
    }

    private static async Task<ReadingSeries?> ReadAsync(SensoroDbContext state, SeriesKey key, SeriesRequest request, CancellationToken cancellationToken)
    {
        var budget = Math.Clamp(request.Points, 2, SeriesRequest.MaxPoints);
        var (from, to) = (request.Range.From, request.Range.To);
        var device = await state.Devices.AsNoTracking().Where(device => device.Sn == key.Sn).Select(device => new { device.Id, device.IntervalSeconds }).FirstOrDefaultAsync(cancellationToken);
        if (device is null)
        {
            return null;
        }

        TimeSpan? interval = device.IntervalSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        var metricId = await state.Metrics.AsNoTracking().Where(row => row.Key == key.Metric).Select(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        var readings = state.Readings.AsNoTracking()
            .Where(reading => reading.DeviceId == device.Id && reading.MetricId == metricId && reading.At >= from && reading.At < to && reading.Value != null);
        var raw = await readings.OrderBy(reading => reading.At).Take(budget + 1)
            .Select(reading => new { reading.At, Value = reading.Value ?? 0 }).ToListAsync(cancellationToken);
        return raw.Count <= budget
            ? new ReadingSeries(key, Resolution.Raw, raw.ConvertAll(reading => new SeriesPoint(reading.At, reading.Value, reading.Value, reading.Value, 1)), interval)
            : await BucketedAsync(state, device.Id, metricId, key, from, to, budget, cancellationToken) with { Interval = interval };
    }

    private static async Task<ReadingSeries> BucketedAsync(
        SensoroDbContext state, long deviceId, int metricId, SeriesKey key, DateTimeOffset from, DateTimeOffset to, int budget, CancellationToken cancellationToken)
    {
        var width = WidthFor(to - from, budget);
        var milliseconds = (long)width.TotalMilliseconds;
        var (start, end) = (from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
        var buckets = await state.Database.SqlQuery<BucketRow>($"""
            SELECT at / {milliseconds} * {milliseconds} AS at, min(value) AS min, avg(value) AS mean, max(value) AS max, count(*) AS count
            FROM readings
            WHERE device_id = {deviceId} AND metric_id = {metricId} AND at >= {start} AND at < {end} AND value IS NOT NULL
            GROUP BY at / {milliseconds} ORDER BY 1
            """).ToListAsync(cancellationToken);
        return new ReadingSeries(key, Resolution.Every(width), buckets.ConvertAll(static bucket =>
            new SeriesPoint(DateTimeOffset.FromUnixTimeMilliseconds(bucket.At), bucket.Mean, bucket.Min, bucket.Max, bucket.Count)));
    }

    /// <summary>The narrowest width that keeps the span within the budget.</summary>
    private static TimeSpan WidthFor(TimeSpan span, int budget)
    {
        foreach (var width in Widths)
        {
            if ((span / width) + 1 <= budget)
            {
                return width;
            }
        }

        return TimeSpan.FromDays(Math.Ceiling(span.TotalDays / (budget - 1)));
    }

    /// <summary>One bucket as the database computes it.</summary>
    private sealed record BucketRow(long At, double Min, double Mean, double Max, int Count);
}
