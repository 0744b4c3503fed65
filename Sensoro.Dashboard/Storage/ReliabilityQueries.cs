using Microsoft.EntityFrameworkCore;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Storage;

/// <summary>How many of the reports that were due have come.</summary>
public sealed class ReliabilityQueries(IDbContextFactory<SensoroDbContext> states)
{
    public static readonly TimeSpan Span = TimeSpan.FromDays(7);

    /// <summary>
    /// Reports of the last <see cref="Span"/> before <paramref name="now"/>. Received are the report times of the metric that the
    /// device reported most often in that time: every metric has at most one reading for each report, and repetitions of a push add
    /// none. Expected are the reports that the device's present interval makes of the span, or of the time since its first report
    /// when that came later. A device that never told its interval is expected to report nothing.
    /// </summary>
    /// <returns>Null when the device is not known.</returns>
    public async Task<Reliability?> ReadAsync(string sn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var reader = await SeriesReader.OpenAsync(states, cancellationToken);
        var (from, to) = (Math.Max(0, (now - Span).ToUnixTimeMilliseconds()), Math.Max(0, now.ToUnixTimeMilliseconds()) + 1);
        var metrics = await reader.MetricsAsync(sn, static kind => kind is MetricValueKind.Number or MetricValueKind.State or MetricValueKind.Flag, cancellationToken);
        var best = default(SeriesExtent);
        SeriesIdentity? busiest = null;
        foreach (var (_, series) in metrics)
        {
            var extent = await reader.ExtentAsync(series, SeriesCover.OfDays(from, to, reader.RawFrom), cancellationToken);
            if (extent.Count > best.Count)
            {
                (best, busiest) = (extent, series);
            }
        }

        if (busiest is null)
        {
            return await reader.FindAsync(new SeriesKey(sn, ""), cancellationToken) is { } silent ? new Reliability(0, Expected(silent.Interval, Span)) : null;
        }

        // The first report counts from its own time, and the reports due from then on include it.
        var isOlder = from >= reader.RawFrom && await reader.BeforeAsync(busiest, from, cancellationToken) is not null;
        var first = isOlder ? null : await reader.AtOrAfterAsync(busiest, from, cancellationToken);
        var expected = first is { } start ? Expected(busiest.Interval, now - start.At) + 1 : Expected(busiest.Interval, Span);
        return new Reliability((int)best.Count, busiest.Interval is null ? 0 : expected);
    }

    private static int Expected(TimeSpan? interval, TimeSpan span) =>
        interval is { } every && every > TimeSpan.Zero && span > TimeSpan.Zero ? (int)Math.Min(int.MaxValue, Math.Floor(span / every)) : 0;
}
