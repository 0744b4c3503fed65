namespace Sensoro.Dashboard.Hubs;

/// <summary>What a chart draws.</summary>
/// <param name="Cursor">A message that the points surely include.</param>
/// <param name="Series">One for each that was asked for and whose device is known, in the order of the question.</param>
public sealed record HistoryView(long Cursor, IReadOnlyList<SeriesView> Series);
