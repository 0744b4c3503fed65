namespace Sensoro.Dashboard.Components.Layout;

/// <summary>Keys that work in the same place.</summary>
/// <param name="TextKey">Where, in the words of <see cref="LayoutTexts"/>.</param>
/// <param name="Shortcuts">In the order of the list.</param>
internal sealed record ShortcutGroup(string TextKey, IReadOnlyList<Shortcut> Shortcuts);
