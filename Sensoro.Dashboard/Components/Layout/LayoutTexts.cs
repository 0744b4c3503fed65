namespace Sensoro.Dashboard.Components.Layout;

/// <summary>Words of the shell around every page.</summary>
public sealed class LayoutTexts;
