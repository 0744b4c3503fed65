namespace Sensoro.Dashboard.Components.Elements;

/// <summary>Words that several pages share.</summary>
public sealed class ElementTexts;
