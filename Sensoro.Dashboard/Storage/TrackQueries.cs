using Microsoft.EntityFrameworkCore;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Metrics;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Storage;

/// <summary>Reads of where a device has been.</summary>
public sealed class TrackQueries(IDbContextFactory<SensoroDbContext> states)
{
    public const int DefaultPoints = 500;
    public const int MinPoints = TrackThinner.MinBudget;
    public const int MaxPoints = 1_500;

    /// <summary>So many places are gathered before they are thinned for the first time: memory stays bounded, however long the way.</summary>
    private const int Gathered = 20_000;

    private const int ReadAtOnce = Gathered / 2;

    /// <summary>
    /// The places that the device reported within a range, oldest first, thinned to a budget so that the way keeps its shape. Reports
    /// without a fix are left out; after a silence as long as that of a lost device the way starts anew.
    /// </summary>
    /// <returns>Null when the device is not known.</returns>
    public async Task<IReadOnlyList<TrackPoint>?> ReadAsync(string sn, TimeRange range, int points, CancellationToken cancellationToken)
    {
        var budget = Math.Clamp(points, MinPoints, MaxPoints);
        await using var reader = await SeriesReader.OpenAsync(states, cancellationToken);
        if (await reader.FindAsync(new SeriesKey(sn, MetricKeys.LonLat), cancellationToken) is not { } series)
        {
            return null;
        }

        var datum = await reader.DatumAsync(sn, cancellationToken);
        List<TrackPoint> track = [];
        List<TrackPoint> read = [];
        await foreach (var (at, place) in reader.PlacesAsync(series, range, cancellationToken))
        {
            read.Add(new TrackPoint(at, place));
            if (read.Count >= ReadAtOnce)
            {
                track = [.. TrackThinner.Thin(Joined(track, read, series.LostAfter), ReadAtOnce)];
                read = [read[^1]];
            }
        }

        return [.. TrackThinner.Thin(Joined(track, read, series.LostAfter), budget).Select(point => point with { Place = CoordinateTransform.ToWgs84(point.Place, datum) })];
    }

    /// <summary>What was gathered and what was read after it; the first point read is the last one gathered.</summary>
    private static List<TrackPoint> Joined(List<TrackPoint> track, List<TrackPoint> read, TimeSpan longest) =>
        [.. track, .. TrackGaps.Mark(read, longest).Skip(track.Count == 0 ? 0 : 1)];
}
