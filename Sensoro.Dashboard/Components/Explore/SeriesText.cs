using System.Diagnostics.CodeAnalysis;
using Sensoro.Domain.Readings;

namespace Sensoro.Dashboard.Components.Explore;

/// <summary>How an address names a series: <c>SN.metric</c>. Both can be any text; the last full stop is the one between them.</summary>
internal static class SeriesText
{
    private const char Between = '.';

    public static string Write(SeriesKey key) =>
        Uri.EscapeDataString(key.Sn) + Between + Uri.EscapeDataString(key.Metric).Replace(".", "%2E", StringComparison.Ordinal);

    public static bool TryRead(string? text, [NotNullWhen(true)] out SeriesKey? key)
    {
        var end = text?.LastIndexOf(Between) ?? -1;
        key = text is not null && end > 0 && end < text.Length - 1
            ? new SeriesKey(Uri.UnescapeDataString(text[..end]), Uri.UnescapeDataString(text[(end + 1)..]))
            : null;
        return key is not null;
    }
}
