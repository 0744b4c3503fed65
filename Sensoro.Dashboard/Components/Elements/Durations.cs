using System.Globalization;

namespace Sensoro.Dashboard.Components.Elements;

/// <summary>Lengths of time as people say them: "42 s", "2 min", "1 h 05", "3 d".</summary>
public static class Durations
{
    public static string Text(TimeSpan duration, CultureInfo culture)
    {
        var chinese = culture.TwoLetterISOLanguageName == "zh";
        var whole = duration < TimeSpan.Zero ? TimeSpan.Zero : duration;
        return whole switch
        {
            { TotalSeconds: < 60 } => Of((long)whole.TotalSeconds, chinese ? "秒" : "s"),
            { TotalMinutes: < 60 } => Of((long)whole.TotalMinutes, chinese ? "分钟" : "min"),
            { TotalHours: < 24 } when chinese => string.Create(culture, $"{(long)whole.TotalHours} 小时 {whole.Minutes:00} 分"),
            { TotalHours: < 24 } => string.Create(culture, $"{(long)whole.TotalHours} h {whole.Minutes:00}"),
            _ => Of((long)whole.TotalDays, chinese ? "天" : "d"),
        };

        string Of(long number, string unit) => string.Create(culture, $"{number} {unit}");
    }

    /// <summary>An upload interval: seconds up to two minutes, then minutes, then hours.</summary>
    public static string Interval(TimeSpan interval, CultureInfo culture)
    {
        var chinese = culture.TwoLetterISOLanguageName == "zh";
        return interval switch
        {
            { TotalSeconds: < 120 } => string.Create(culture, $"{interval.TotalSeconds:0.#} {(chinese ? "秒" : "s")}"),
            { TotalMinutes: < 120 } => string.Create(culture, $"{interval.TotalMinutes:0.#} {(chinese ? "分钟" : "min")}"),
            _ => string.Create(culture, $"{interval.TotalHours:0.#} {(chinese ? "小时" : "h")}"),
        };
    }
}
