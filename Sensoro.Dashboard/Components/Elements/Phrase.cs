using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Sensoro.Dashboard.Components.Elements;

/// <summary>
/// A translated sentence whose places {0} to {9} are filled with markup instead of text: the order of the words stays with the
/// translation.
/// </summary>
public sealed class Phrase : ComponentBase
{
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    [Parameter, EditorRequired]
    public IReadOnlyList<RenderFragment> Parts { get; set; } = [];

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var rest = Text;
        for (var open = rest.IndexOf('{', StringComparison.Ordinal); IsPlace(rest, open); open = rest.IndexOf('{', StringComparison.Ordinal))
        {
            builder.AddContent(0, rest[..open]);
            var part = rest[open + 1] - '0';
            if (part < Parts.Count)
            {
                builder.AddContent(1, Parts[part]);
            }

            rest = rest[(open + 3)..];
        }

        builder.AddContent(2, rest);
    }

    private static bool IsPlace(string text, int open) =>
        open >= 0 && open + 2 < text.Length && char.IsBetween(text[open + 1], '0', '9') && text[open + 2] == '}';
}
