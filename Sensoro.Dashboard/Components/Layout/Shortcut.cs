namespace Sensoro.Dashboard.Components.Layout;

/// <summary>Keys and what they do.</summary>
/// <param name="Keys">Pressed one after the other: <c>g d</c>, or a single one.</param>
/// <param name="TextKey">What they do, in the words of <see cref="LayoutTexts"/>.</param>
internal sealed record Shortcut(string Keys, string TextKey)
{
    /// <summary>Each key by itself, as it is printed on the keyboard.</summary>
    public IEnumerable<string> Caps => Keys.Split(' ').Select(static key => key.Length == 1 ? key.ToUpperInvariant() : key);
}
