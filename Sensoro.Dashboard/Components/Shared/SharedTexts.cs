namespace Sensoro.Dashboard.Components.Shared;

/// <summary>Words that several pages share.</summary>
public sealed class SharedTexts;
