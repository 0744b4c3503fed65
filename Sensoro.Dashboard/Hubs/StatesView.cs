namespace Sensoro.Dashboard.Hubs;

/// <summary>The bars of on/off metrics.</summary>
/// <param name="Cursor">A message that the bars surely include.</param>
/// <param name="Series">One for each that was asked for and whose device is known.</param>
public sealed record StatesView(long Cursor, IReadOnlyList<StateSeriesView> Series);
