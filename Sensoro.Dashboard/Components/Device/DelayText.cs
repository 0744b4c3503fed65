using System.Globalization;
using Sensoro.Dashboard.Components.Elements;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>How long a push was on its way. A device whose clock runs ahead reports from the future: that is shown, not hidden.</summary>
internal static class DelayText
{
    public static string Of(TimeSpan? delay, CultureInfo culture) => delay switch
    {
        null => "—",
        { TotalSeconds: <= -0.05 } ahead => MetricText.Number(ahead.TotalSeconds, 1, culture) + Seconds(culture),
        { TotalSeconds: < 10 } brief => MetricText.Number(Math.Max(0, brief.TotalSeconds), 1, culture) + Seconds(culture),
        { } whole => Durations.Text(whole, culture),
    };

    private static string Seconds(CultureInfo culture) => culture.TwoLetterISOLanguageName == "zh" ? " 秒" : " s";
}
