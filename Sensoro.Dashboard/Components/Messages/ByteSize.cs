using System.Globalization;
using Sensoro.Dashboard.Components.Elements;

namespace Sensoro.Dashboard.Components.Messages;

/// <summary>Sizes in words: "331 B", "1.2 kB".</summary>
internal static class ByteSize
{
    public static string Text(long bytes, CultureInfo culture) => bytes switch
    {
        < 1_000 => MetricText.Number(bytes, 0, culture) + " B",
        < 1_000_000 => MetricText.Number(bytes / 1_000.0, 1, culture) + " kB",
        _ => MetricText.Number(bytes / 1_000_000.0, 1, culture) + " MB",
    };
}
