using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.History;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.Explore;

/// <summary>Addresses of the explore page: its series, its span of time and how both are shown.</summary>
internal static class ExploreAddress
{
    public const string Root = "/explore";

    public static string Of(NavigationManager navigation, IEnumerable<SeriesKey> keys, HistoryView view) =>
        navigation.GetUriWithQueryParameters(Root, new Dictionary<string, object?>(view.Write(), StringComparer.Ordinal) { ["s"] = keys.Select(SeriesText.Write).ToArray() });

    /// <summary>The series an address names: each once, as many as a chart can show.</summary>
    public static IReadOnlyList<SeriesKey> Read(IEnumerable<string?>? texts) =>
    [
        .. (texts ?? []).Select(static text => SeriesText.TryRead(text, out var key) ? key : null).OfType<SeriesKey>().Distinct().Take(SeriesRequest.MaxSeries),
    ];
}
