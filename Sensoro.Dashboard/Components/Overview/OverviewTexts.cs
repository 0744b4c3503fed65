namespace Sensoro.Dashboard.Components.Overview;

/// <summary>Words of the overview.</summary>
public sealed class OverviewTexts;
