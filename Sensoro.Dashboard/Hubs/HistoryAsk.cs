namespace Sensoro.Dashboard.Hubs;

/// <summary>What a chart asks for: several series over one span, all of them told equally finely.</summary>
/// <param name="Keys">At most twelve.</param>
/// <param name="From">The start, Unix milliseconds.</param>
/// <param name="To">The end, Unix milliseconds; a reading at that very moment is included.</param>
/// <param name="Points">Most points of one series, or most stretches of one state.</param>
/// <param name="Resolution"><c>raw</c>, an ISO 8601 duration, <c>day</c> or <c>month</c>; null for the finest that fits.</param>
/// <param name="Zone">Whose days and months are meant.</param>
public sealed record HistoryAsk(IReadOnlyList<SeriesKeyView> Keys, long From, long To, int Points, string? Resolution = null, string? Zone = null);
