using System.Diagnostics.CodeAnalysis;
using System.Xml;

namespace Sensoro.Domain.Readings;

/// <summary>How finely a series is told: every reading, or one bucket for each stretch of time.</summary>
public sealed record Resolution
{
    private Resolution(ResolutionKind kind, TimeSpan width, TimeZoneInfo? zone = null)
    {
        Kind = kind;
        Width = width;
        Zone = zone;
    }

    public ResolutionKind Kind { get; }

    /// <summary>Width of a bucket; zero for raw readings, the usual width for days (24 h) and months (30 d).</summary>
    public TimeSpan Width { get; }

    /// <summary>Whose days and months are meant.</summary>
    public TimeZoneInfo? Zone { get; }

    public static Resolution Raw { get; } = new(ResolutionKind.Raw, TimeSpan.Zero);

    public bool IsRaw => Kind == ResolutionKind.Raw;

    /// <param name="width">A whole number of seconds, at least one.</param>
    public static Resolution Every(TimeSpan width) => width >= TimeSpan.FromSeconds(1) && width.Ticks % TimeSpan.TicksPerSecond == 0
        ? new(ResolutionKind.Fixed, width)
        : throw new ArgumentOutOfRangeException(nameof(width), width, "A bucket is a whole number of seconds wide.");

    public static Resolution Days(TimeZoneInfo zone) => new(ResolutionKind.Day, TimeSpan.FromDays(1), zone);

    public static Resolution Months(TimeZoneInfo zone) => new(ResolutionKind.Month, TimeSpan.FromDays(30), zone);

    /// <summary>Reads <c>raw</c>, <c>hour</c>, <c>day</c>, <c>month</c> or an ISO 8601 duration such as <c>PT5M</c>, of whole seconds.</summary>
    /// <param name="text">What somebody asks for.</param>
    /// <param name="zone">Whose days and months are meant.</param>
    /// <param name="resolution">What it means.</param>
    public static bool TryParse(string? text, TimeZoneInfo zone, [NotNullWhen(true)] out Resolution? resolution)
    {
        resolution = text switch
        {
            null => null,
            "raw" => Raw,
            "hour" => Every(TimeSpan.FromHours(1)),
            "day" => Days(zone),
            "month" => Months(zone),
            _ => TryWidth(text, out var width) ? Every(width) : null,
        };
        return resolution is not null;
    }

    /// <summary><c>raw</c>, an ISO 8601 duration, or <c>day</c> and <c>month</c> with their time zone.</summary>
    public override string ToString() => Kind switch
    {
        ResolutionKind.Raw => "raw",
        ResolutionKind.Fixed => XmlConvert.ToString(Width),
        ResolutionKind.Day => $"day {Zone?.Id}",
        ResolutionKind.Month => $"month {Zone?.Id}",
    };

    // Months and years of a duration have no fixed width: they would not be what their reader means.
    private static bool TryWidth(string text, out TimeSpan width)
    {
        width = default;
        if (!text.StartsWith('P') || text.AsSpan(0, text.Contains('T', StringComparison.Ordinal) ? text.IndexOf('T', StringComparison.Ordinal) : text.Length).ContainsAny('Y', 'M'))
        {
            return false;
        }

        try
        {
            width = XmlConvert.ToTimeSpan(text);
            return width >= TimeSpan.FromSeconds(1) && width <= TimeRange.Longest && width.Ticks % TimeSpan.TicksPerSecond == 0;
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            return false;
        }
    }
}
