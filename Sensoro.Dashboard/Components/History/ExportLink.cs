using System.Globalization;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.History;

/// <summary>The address of an export of what is shown.</summary>
internal static class ExportLink
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Null when nothing is shown. The export takes each named metric of each named device, which may be more than what is drawn.</summary>
    public static string? Of(IReadOnlyCollection<SeriesKey> keys, HistoryView view, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (keys.Count == 0 || !view.Window.IsReadable || view.Window.TryResolve(now, zone, out var range) != TimeRangeFault.None)
        {
            return null;
        }

        var parameters = keys.Select(static key => key.Sn).Distinct(StringComparer.Ordinal).Select(static sn => ("sn", sn))
            .Concat(keys.Select(static key => key.Metric).Distinct(StringComparer.Ordinal).Select(static metric => ("metric", metric)))
            .Append(("from", Text(range.From))).Append(("to", Text(CalendarPeriod.Shown(range, zone).To.AddSeconds(1))));
        return "/exports?" + string.Join('&', parameters.Select(static parameter => $"{parameter.Item1}={Uri.EscapeDataString(parameter.Item2)}"));
    }

    /// <summary>Whole seconds: the end is the next one, so that nothing that is drawn is missing.</summary>
    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
}
