namespace Sensoro.Dashboard.Components.Labels;

/// <summary>Words of what staff say about devices.</summary>
public sealed class LabelTexts;
