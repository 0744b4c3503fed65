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

    /// <summary><c>raw</c>, an ISO 8601 duration, or <c>day</c> and <c>month</c> with their time zone.</summary>
    public override string ToString() => Kind switch
    {
        ResolutionKind.Raw => "raw",
        ResolutionKind.Fixed => XmlConvert.ToString(Width),
        ResolutionKind.Day => $"day {Zone?.Id}",
        ResolutionKind.Month => $"month {Zone?.Id}",
    };
}
