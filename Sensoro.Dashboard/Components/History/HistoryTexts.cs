namespace Sensoro.Dashboard.Components.History;

/// <summary>Words of looking back.</summary>
public sealed class HistoryTexts;
