namespace Sensoro.Dashboard.Components.History;

/// <summary>A span of time with a name: the last hours or days up to now, or a period of the calendar.</summary>
public sealed record TimePreset
{
    private TimePreset(string text, TimeSpan? length, CalendarUnit unit = CalendarUnit.Day, int steps = 0)
    {
        Text = text;
        Length = length;
        Unit = unit;
        Steps = steps;
    }

    public static TimePreset Day { get; } = new("24h", TimeSpan.FromHours(24));

    /// <summary>Those that end now.</summary>
    public static IReadOnlyList<TimePreset> Recent { get; } =
    [
        new("15m", TimeSpan.FromMinutes(15)), new("1h", TimeSpan.FromHours(1)), new("6h", TimeSpan.FromHours(6)), Day,
        new("7d", TimeSpan.FromDays(7)), new("30d", TimeSpan.FromDays(30)), new("90d", TimeSpan.FromDays(90)),
    ];

    /// <summary>Those of the calendar.</summary>
    public static IReadOnlyList<TimePreset> Calendar { get; } =
    [
        new("today", null), new("yesterday", null, CalendarUnit.Day, -1), new("week", null, CalendarUnit.Week), new("last-week", null, CalendarUnit.Week, -1),
        new("month", null, CalendarUnit.Month), new("last-month", null, CalendarUnit.Month, -1),
    ];

    /// <summary>What the address calls it.</summary>
    public string Text { get; }

    /// <summary>From then until now; null for a period of the calendar.</summary>
    public TimeSpan? Length { get; }

    private CalendarUnit Unit { get; }

    private int Steps { get; }

    public static TimePreset? Find(string? text) => Recent.Concat(Calendar).FirstOrDefault(preset => preset.Text == text);

    /// <summary>From when to when it goes. Today, this week and this month go to their end, which lies ahead.</summary>
    public (DateTimeOffset From, DateTimeOffset To) At(DateTimeOffset now, TimeZoneInfo zone) =>
        Length is { } length ? (now - length, now) : CalendarPeriod.Of(Unit, Steps, now, zone);
}
