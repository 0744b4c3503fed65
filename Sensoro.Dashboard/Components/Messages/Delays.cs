using System.Globalization;
using Sensoro.Dashboard.Components.Elements;

namespace Sensoro.Dashboard.Components.Messages;

/// <summary>How long a push was under way, in words: "0.4 s", "26 min", "26 min 31 s".</summary>
internal static class Delays
{
    /// <summary>In a column: one unit, tenths of a second while they say something. A clock that runs ahead gives less than nothing.</summary>
    public static string Text(TimeSpan delay, CultureInfo culture)
    {
        if (delay.Duration() >= TimeSpan.FromSeconds(10))
        {
            return Sign(delay) + Durations.Text(delay.Duration(), culture);
        }

        return MetricText.Number(delay.TotalSeconds, 1, culture) + (culture.TwoLetterISOLanguageName == "zh" ? " 秒" : " s");
    }

    /// <summary>In a sentence: milliseconds at first, later minutes with their seconds.</summary>
    public static string Exact(TimeSpan delay, CultureInfo culture)
    {
        var length = delay.Duration();
        if (length < TimeSpan.FromSeconds(1))
        {
            return MetricText.Number(delay.TotalMilliseconds, 0, culture) + (culture.TwoLetterISOLanguageName == "zh" ? " 毫秒" : " ms");
        }

        return length is { TotalMinutes: >= 1 and < 60, Seconds: > 0 }
            ? $"{Sign(delay)}{Durations.Text(length, culture)} {Durations.Text(TimeSpan.FromSeconds(length.Seconds), culture)}"
            : Text(delay, culture);
    }

    private static string Sign(TimeSpan delay) => delay < TimeSpan.Zero ? "\u2212" : "";
}
