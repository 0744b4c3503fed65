using System.Globalization;

namespace Sensoro.Dashboard.Components.Device;

/// <summary>Lengths of time as a sentence says them: "4 min 42 s", "1 h 5 min", "41 d".</summary>
internal static class PreciseDuration
{
    private const long EnoughOfTheLarger = 10;

    /// <summary>How long something has lasted: two units, or one where a second would be noise ("47 min").</summary>
    public static string Rough(TimeSpan duration, CultureInfo culture) => Text(duration, culture, roughly: true);

    /// <summary>A limit: never rounded to less than two units ("22 min 30 s").</summary>
    public static string Exact(TimeSpan duration, CultureInfo culture) => Text(duration, culture, roughly: false);

    private static string Text(TimeSpan duration, CultureInfo culture, bool roughly)
    {
        var length = duration < TimeSpan.Zero ? TimeSpan.Zero : duration;
        var ((large, largeUnit), (small, smallUnit)) = length switch
        {
            { TotalMinutes: < 1 } => ((length.Seconds, Unit.Second), (0, Unit.Second)),
            { TotalHours: < 1 } => ((length.Minutes, Unit.Minute), (length.Seconds, Unit.Second)),
            { TotalDays: < 1 } => ((length.Hours, Unit.Hour), (length.Minutes, Unit.Minute)),
            _ => ((length.Days, Unit.Day), (length.Hours, Unit.Hour)),
        };
        var chinese = culture.TwoLetterISOLanguageName == "zh";
        return small == 0 || (roughly && large >= EnoughOfTheLarger)
            ? string.Create(culture, $"{large} {Word(largeUnit, chinese, alone: true)}")
            : string.Create(culture, $"{large} {Word(largeUnit, chinese, alone: false)} {small} {Word(smallUnit, chinese, alone: false)}");
    }

    private static string Word(Unit unit, bool chinese, bool alone) => unit switch
    {
        Unit.Second => chinese ? "秒" : "s",
        Unit.Minute when chinese => alone ? "分钟" : "分",
        Unit.Minute => "min",
        Unit.Hour => chinese ? "小时" : "h",
        Unit.Day => chinese ? "天" : "d",
    };

    private enum Unit
    {
        Second,
        Minute,
        Hour,
        Day,
    }
}
