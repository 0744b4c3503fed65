using Microsoft.EntityFrameworkCore;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Storage;

/// <summary>
/// Reads of on/off metrics as intervals. Days and hours in which nothing changed and no report is missing are told by their
/// roll-ups; only the others are read report by report.
/// </summary>
public sealed class StateQueries(IDbContextFactory<SensoroDbContext> states, TimeProvider time)
{
    /// <summary>
    /// The states of several metrics, never more than the asked number of intervals each. A state lasts until the next report says
    /// otherwise; where the device was silent for so long that it counts as lost, it ends one interval after the last report and
    /// a gap follows. Series of unknown devices are left out.
    /// </summary>
    /// <exception cref="ArgumentException">More than <see cref="SeriesRequest.MaxSeries"/> series.</exception>
    public async Task<IReadOnlyList<StateSeries>> ReadAsync(StateRequest request, CancellationToken cancellationToken)
    {
        if (request.Keys.Count > SeriesRequest.MaxSeries)
        {
            throw new ArgumentException($"At most {SeriesRequest.MaxSeries} series are read at once.", nameof(request));
        }

        await using var reader = await SeriesReader.OpenAsync(states, cancellationToken);
        var series = new List<StateSeries>(request.Keys.Count);
        foreach (var key in request.Keys)
        {
            if (await reader.FindAsync(key, cancellationToken) is { } identity)
            {
                var intervals = await IntervalsAsync(reader, identity, request.Range, cancellationToken);
                series.Add(new StateSeries(key, StateThinner.Thin(intervals, Math.Clamp(request.Intervals, 1, StateRequest.MaxIntervals))));
            }
        }

        return series;
    }

    private async Task<IReadOnlyList<StateInterval>> IntervalsAsync(SeriesReader reader, SeriesIdentity series, TimeRange range, CancellationToken cancellationToken)
    {
        var (from, to) = (Math.Max(0, range.From.ToUnixTimeMilliseconds()), Math.Max(0, range.To.ToUnixTimeMilliseconds()));
        var interval = series.Interval is { } own && own > TimeSpan.Zero && own < series.LostAfter ? own : series.LostAfter / Domain.Devices.PresenceRule.LostAfter;
        var timeline = new StateTimeline(range, interval, series.LostAfter);

        // What held when the span begins was reported before it.
        if (from >= reader.RawFrom && await reader.BeforeAsync(series, from, cancellationToken) is { } before)
        {
            timeline.Add(before.At, before.Value != 0);
        }

        var plan = new StatePlan((long)interval.TotalMilliseconds, (long)series.LostAfter.TotalMilliseconds, reader.RawFrom);
        await PlanAsync(plan, reader, series, SeriesCover.OfDays(from, to, reader.RawFrom), cancellationToken);
        foreach (var piece in plan.Pieces)
        {
            await AddAsync(timeline, piece, reader, series, cancellationToken);
        }

        return timeline.Finish(time.GetUtcNow());
    }

    private static async Task PlanAsync(StatePlan plan, SeriesReader reader, SeriesIdentity series, SeriesCover cover, CancellationToken cancellationToken)
    {
        plan.AddReadings(cover.From, cover.Hours);
        await PlanHoursAsync(plan, reader, series, cover.Hours, cover.Days, cancellationToken);
        var days = await reader.StatesAsync(SeriesSql.Days, SeriesCover.Day, series, cover.Days, cover.DaysEnd, cancellationToken);
        for (var next = 0; next < days.Count;)
        {
            if (plan.IsTold(days[next]))
            {
                plan.Add(days[next++]);
                continue;
            }

            var from = days[next].At;
            while (next < days.Count && !plan.IsTold(days[next]))
            {
                next++;
            }

            await PlanHoursAsync(plan, reader, series, from, days[next - 1].End, cancellationToken);
        }

        await PlanHoursAsync(plan, reader, series, cover.DaysEnd, cover.HoursEnd, cancellationToken);
        plan.AddReadings(cover.HoursEnd, cover.To);
    }

    private static async Task PlanHoursAsync(StatePlan plan, SeriesReader reader, SeriesIdentity series, long from, long to, CancellationToken cancellationToken)
    {
        if (from < to)
        {
            foreach (var hour in await reader.StatesAsync(SeriesSql.Hours, SeriesCover.Hour, series, from, to, cancellationToken))
            {
                plan.Add(hour);
            }
        }
    }

    private static async Task AddAsync(StateTimeline timeline, StatePiece piece, SeriesReader reader, SeriesIdentity series, CancellationToken cancellationToken)
    {
        var (start, end) = (SeriesReader.Time(piece.From), SeriesReader.Time(piece.To - 1));
        switch (piece.Kind)
        {
            case StatePieceKind.Readings:
                await reader.EachAsync(series, piece.From, piece.To, timeline, static (timeline, at, value) => timeline.Add(at, value != 0), cancellationToken);
                break;
            case StatePieceKind.Uniform when piece.From < reader.RawFrom:
                timeline.Add(start, end, piece.Active);
                break;
            case StatePieceKind.Uniform:
                var first = await reader.AtOrAfterAsync(series, piece.From, cancellationToken);
                var last = await reader.BeforeAsync(series, piece.To, cancellationToken);
                timeline.Add(first?.At ?? start, last?.At ?? end, piece.Active);
                break;
            case StatePieceKind.Blurred:
                timeline.Add(start, end, null, piece.Changes);
                break;
        }
    }
}
