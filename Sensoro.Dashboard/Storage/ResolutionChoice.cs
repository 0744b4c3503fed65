using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Storage;

/// <summary>How finely the series of one request are told.</summary>
/// <param name="Resolution">Null when what was wanted makes too many points.</param>
/// <param name="Instead">In that case the finest that would do.</param>
internal sealed record ResolutionChoice(Resolution? Resolution, Resolution? Instead = null)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static ResolutionChoice For(SeriesRequest request, IReadOnlyList<FoundSeries> series, long rawFrom)
    {
        var told = series.Where(static one => one.Extent.Count > 0).Select(static one => one.Extent).ToList();
        if (told.Count == 0)
        {
            return new(request.Resolution ?? Resolution.Raw);
        }

        var isWhole = told.TrueForAll(extent => extent.First >= rawFrom);
        if (request.Resolution is { } wanted)
        {
            var kept = isWhole ? wanted : Coarsened(wanted);
            return told.TrueForAll(extent => Points(kept, extent) <= SeriesRequest.MaxPoints)
                ? new(kept)
                : new(null, Resolution.Every(Width(told, SeriesRequest.MaxPoints, isWhole)));
        }

        var budget = Math.Clamp(request.Points, 2, SeriesRequest.MaxPoints);
        return isWhole && told.TrueForAll(extent => extent.Count <= budget)
            ? new(Resolution.Raw)
            : new(Resolution.Every(Width(told, budget, isWhole)));
    }

    private static TimeSpan Width(List<SeriesExtent> series, int budget, bool isWhole) =>
        BucketWidths.For(series.Min(static extent => extent.First), series.Max(static extent => extent.End), budget, isWhole ? TimeSpan.Zero : Hour);

    /// <summary>Where only roll-ups are left, nothing falls between two hours.</summary>
    private static Resolution Coarsened(Resolution wanted) => wanted.Kind switch
    {
        ResolutionKind.Raw => Resolution.Every(Hour),
        ResolutionKind.Fixed => Resolution.Every(Hour * Math.Ceiling(wanted.Width / Hour)),
        ResolutionKind.Day or ResolutionKind.Month => wanted,
    };

    /// <summary>No series makes more points than this.</summary>
    private static long Points(Resolution resolution, SeriesExtent extent) => resolution.Kind switch
    {
        ResolutionKind.Raw => extent.Count,
        ResolutionKind.Fixed => Math.Min(extent.Count, BucketWidths.Slots(extent.First, extent.End, resolution.Width)),
        ResolutionKind.Day or ResolutionKind.Month => Math.Min(extent.Count, CalendarBucket.Of(resolution, SeriesReader.Time(extent.First), SeriesReader.Time(extent.End)).Count),
    };
}
