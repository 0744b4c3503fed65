using Microsoft.EntityFrameworkCore;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Storage;

/// <summary>Reads of the history of metrics, within a budget of points.</summary>
public sealed class SeriesQueries(IDbContextFactory<SensoroDbContext> states)
{
    /// <summary>What is left of readings that retention has deleted.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>
    /// The numbers of several series, all of them told equally finely: raw when each fits into the budget, otherwise minimum, mean
    /// and maximum of equal buckets. A wanted resolution is kept while it makes no more than <see cref="SeriesRequest.MaxPoints"/>;
    /// where retention has deleted the readings, hours stand for anything finer. Series of unknown devices are left out; a metric
    /// that a device never sent has no points.
    /// </summary>
    public async Task<SeriesAnswer> ReadAsync(SeriesRequest request, CancellationToken cancellationToken)
    {
        if (request.Keys.Count > SeriesRequest.MaxSeries)
        {
            return SeriesAnswer.Refuse(SeriesFault.TooManySeries);
        }

        await using var reader = await SeriesReader.OpenAsync(states, cancellationToken);
        var (from, to) = Bounds(request.Range);
        var found = new List<FoundSeries>();
        foreach (var key in request.Keys)
        {
            if (await reader.FindAsync(key, cancellationToken) is { } identity)
            {
                found.Add(new(key, identity, await reader.ExtentAsync(identity, SeriesCover.OfDays(from, to, reader.RawFrom), cancellationToken)));
            }
        }

        var choice = ResolutionChoice.For(request, found, reader.RawFrom);
        if (choice.Resolution is not { } resolution)
        {
            return SeriesAnswer.Refuse(SeriesFault.TooManyPoints, choice.Instead);
        }

        var series = new List<ReadingSeries>(found.Count);
        foreach (var one in found)
        {
            var points = await PointsAsync(reader, one, resolution, from, to, cancellationToken);
            series.Add(new ReadingSeries(one.Key, resolution, points, one.Identity.Interval));
        }

        return new SeriesAnswer(series);
    }

    /// <summary>Whether the catalogue knows the metric or any device ever reported it.</summary>
    public async Task<bool> IsKnownAsync(string metric, CancellationToken cancellationToken)
    {
        if (MetricCatalogue.Find(metric) is not null)
        {
            return true;
        }

        await using var reader = await SeriesReader.OpenAsync(states, cancellationToken);
        return await reader.MetricIdAsync(metric, cancellationToken) is not null;
    }

    /// <summary>
    /// Lowest, mean and highest value of every metric whose newest value is a number, from <paramref name="from"/> to
    /// <paramref name="to"/>, both of which belong to the span. Metrics without a reading in that time are left out.
    /// </summary>
    public async Task<IReadOnlyList<MetricRange>> RangesAsync(string sn, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        await using var reader = await SeriesReader.OpenAsync(states, cancellationToken);
        var cover = SeriesCover.OfDays(Milliseconds(from), Milliseconds(to) + 1, reader.RawFrom);
        var ranges = new List<MetricRange>();
        foreach (var (metric, identity) in await reader.MetricsAsync(sn, static kind => kind == MetricValueKind.Number, cancellationToken))
        {
            if (await reader.TotalAsync(identity, cover, cancellationToken) is { } total)
            {
                ranges.Add(new MetricRange(metric, total.Min, total.Mean, total.Max, (int)Math.Min(total.Count, int.MaxValue)));
            }
        }

        return ranges;
    }

    private static async Task<IReadOnlyList<SeriesPoint>> PointsAsync(
        SeriesReader reader, FoundSeries series, Resolution resolution, long from, long to, CancellationToken cancellationToken)
    {
        if (series.Extent.Count == 0)
        {
            return [];
        }

        if (resolution.Kind is ResolutionKind.Day or ResolutionKind.Month)
        {
            return await CalendarAsync(reader, series, resolution, cancellationToken);
        }

        if (resolution.IsRaw)
        {
            return await reader.RawAsync(series.Identity, from, to, SeriesRequest.MaxPoints, cancellationToken);
        }

        var cover = resolution.Width.Ticks % TimeSpan.TicksPerDay == 0 ? SeriesCover.OfDays(from, to, reader.RawFrom)
            : resolution.Width.Ticks % Kept.Ticks == 0 ? SeriesCover.OfHours(from, to, reader.RawFrom)
            : SeriesCover.OfReadings(from, to);
        return await reader.BucketsAsync(series.Identity, cover, (long)resolution.Width.TotalMilliseconds, cancellationToken);
    }

    /// <summary>Days and months of a zone are not equally long: each is put together by itself, from whatever fits into it.</summary>
    private static async Task<IReadOnlyList<SeriesPoint>> CalendarAsync(
        SeriesReader reader, FoundSeries series, Resolution resolution, CancellationToken cancellationToken)
    {
        var (first, end) = (series.Extent.First, series.Extent.End);
        var points = new List<SeriesPoint>();
        foreach (var bucket in CalendarBucket.Of(resolution, SeriesReader.Time(first), SeriesReader.Time(end)))
        {
            var cover = SeriesCover.OfDays(Math.Max(Milliseconds(bucket.Start), first), Math.Min(Milliseconds(bucket.End), end), reader.RawFrom);
            if (await reader.TotalAsync(series.Identity, cover, cancellationToken) is { } total)
            {
                points.Add(new SeriesPoint(bucket.Start, total.Mean, total.Min, total.Max, (int)total.Count));
            }
        }

        return points;
    }

    private static (long From, long To) Bounds(TimeRange range) => (Milliseconds(range.From), Milliseconds(range.To));

    // Nothing was measured before 1970; cut off there, times divide into buckets without a thought of their sign.
    private static long Milliseconds(DateTimeOffset time) => Math.Max(0, time.ToUnixTimeMilliseconds());
}
