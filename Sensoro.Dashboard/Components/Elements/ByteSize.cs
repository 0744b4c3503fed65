using System.Globalization;

namespace Sensoro.Dashboard.Components.Elements;

/// <summary>Sizes in words: "331 B", "1.2 kB", "4.7 GB".</summary>
internal static class ByteSize
{
    public static string Text(long bytes, CultureInfo culture) => bytes switch
    {
        < 1_000 => MetricText.Number(bytes, 0, culture) + " B",
        < 1_000_000 => MetricText.Number(bytes / 1_000.0, 1, culture) + " kB",
        < 1_000_000_000 => MetricText.Number(bytes / 1_000_000.0, 1, culture) + " MB",
        _ => MetricText.Number(bytes / 1_000_000_000.0, 1, culture) + " GB",
    };
}
