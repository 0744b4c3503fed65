using Sensoro.Dashboard.Components.Elements;

namespace Sensoro.Dashboard.Components.Map;

/// <summary>What addresses call the spans of trails, and what they mean.</summary>
internal static class TrailSpans
{
    public static readonly TimeSpan Length = TimeSpan.FromHours(24);

    public static IReadOnlyList<TrailSpan> All { get; } = Enum.GetValues<TrailSpan>();

    public static string Text(TrailSpan span) => span switch
    {
        TrailSpan.Day => "24h",
        TrailSpan.Today => "today",
    };

    /// <summary>The span an address names; the last 24 hours when it names none that exists.</summary>
    public static TrailSpan Of(string? text) => All.FirstOrDefault(span => Text(span) == text);

    public static DateTimeOffset From(TrailSpan span, TimeProvider time) => span switch
    {
        TrailSpan.Day => time.GetUtcNow() - Length,
        TrailSpan.Today => LocalDay.StartOfToday(time),
    };
}
