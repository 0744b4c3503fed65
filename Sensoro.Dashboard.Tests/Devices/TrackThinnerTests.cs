using FsCheck.Xunit;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Devices;

public sealed class TrackThinnerTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Property]
    public bool Track_OfAnyPlaces_FitsTheBudgetAndKeepsEndsAndExtremes(short[] east, byte more)
    {
        var random = new Random(more);
        var track = Track([.. east.Select(step => ((double)step / 200, random.Next(-80, 80) * 1.0))]);
        var budget = TrackThinner.MinBudget + (more % 30);
        var thin = TrackThinner.Thin(track, budget);
        return track.Count == 0
            ? thin.Count == 0
            : thin.Count <= Math.Max(budget, 0)
                && thin[0] == track[0] && thin[^1] == track[^1]
                && Box(thin) == Box(track)
                && thin.Zip(thin.Skip(1)).All(static pair => pair.First.At < pair.Second.At)
                && thin.All(track.Contains);
    }

    [Fact]
    public void Track_WithCorners_KeepsThemBeforeItsStraightParts()
    {
        (double, double)[] way = [.. Line(0, 0, 1, 0), .. Line(1, 0, 1, 1), .. Line(1, 1, 3, 1), .. Line(3, 1, 3, 2)];

        var thin = TrackThinner.Thin(Track(way), 7);

        Assert.Superset(new HashSet<GeoPoint> { new(1, 0), new(1, 1), new(3, 1) }, thin.Select(static point => new GeoPoint(Math.Round(point.Place.Longitude, 9), Math.Round(point.Place.Latitude, 9))).ToHashSet());
    }

    [Fact]
    public void Track_OfADeviceThatStoodStill_IsThinnedToo() =>
        Assert.Equal(6, TrackThinner.Thin(Track([.. Enumerable.Repeat((116.4, 39.9), 1_000)]), 6).Count);

    [Fact]
    public void Track_WithAGap_KeepsItOpenWhoeverGoes()
    {
        var track = Track([.. Line(0, 0, 1, 0), .. Line(1, 0, 2, 0)]).Select(static (point, i) => point with { IsAfterGap = i == 50 }).ToArray();

        var thin = TrackThinner.Thin(track, 6);

        var after = Assert.Single(thin, static point => point.IsAfterGap);
        Assert.True(after.At >= track[50].At);
        Assert.All(thin.Where(point => point.At < after.At), point => Assert.True(point.At < track[50].At));
    }

    private static IEnumerable<(double, double)> Line(double x, double y, double toX, double toY) =>
        Enumerable.Range(0, 50).Select(i => (x + ((toX - x) * i / 49), y + ((toY - y) * i / 49)));

    private static List<TrackPoint> Track((double Longitude, double Latitude)[] places) =>
        [.. places.Select(static (place, i) => new TrackPoint(Start.AddMinutes(i), new GeoPoint(place.Longitude, place.Latitude)))];

    private static (double, double, double, double) Box(IReadOnlyList<TrackPoint> track) => (
        track.Min(static point => point.Place.Longitude), track.Max(static point => point.Place.Longitude),
        track.Min(static point => point.Place.Latitude), track.Max(static point => point.Place.Latitude));
}
