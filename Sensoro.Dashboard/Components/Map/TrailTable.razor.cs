using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Live;
using Sensoro.Dashboard.Storage;
using Sensoro.Domain.Devices;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.Map;

/// <summary>The table beside a trail. It reads the same places as the map and reads them again whenever the device reports.</summary>
public sealed partial class TrailTable
{
    private const int MostRows = 300;

    private FeedFilter _listening = FeedFilter.CountsOnly;
    private IReadOnlyList<TrackPoint> _track = [];

    [Inject]
    public required TrackQueries Tracks { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter, EditorRequired]
    public required string Sn { get; set; }

    [Parameter]
    public TrailSpan Span { get; set; }

    private IEnumerable<(TrackPoint Point, TrackPoint? Before)> Shown => _track.Select((point, i) => (point, i > 0 ? _track[i - 1] : (TrackPoint?)null)).Reverse().Take(MostRows);

    protected override void OnInitialized() => _listening = new FeedFilter { Sn = Sn };

    private static string PlaceOf(TrackPoint point) =>
        string.Create(CultureInfo.InvariantCulture, $"{point.Place.Longitude:0.00000}, {point.Place.Latitude:0.00000}");

    private string SilenceOf(TrackPoint point, TrackPoint? before)
    {
        if (before is not { } known)
        {
            return "";
        }

        var silence = Durations.Text(point.At - known.At, CultureInfo.CurrentUICulture);
        return point.IsAfterGap ? Texts["GapOf", silence] : silence;
    }

    private Task ApplyAsync(FeedUpdate update) => update.Devices.Count > 0 ? ReadAsync() : Task.CompletedTask;

    private Task ReadAsync() => LoadAsync(async gone =>
    {
        var now = Time.GetUtcNow();
        _track = TimeRange.TryCreate(TrailSpans.From(Span, Time), now, now, out var range) == TimeRangeFault.None
            ? await Tracks.ReadAsync(Sn, range.ThroughEnd, TrackQueries.MaxPoints, gone) ?? []
            : [];
    });
}
