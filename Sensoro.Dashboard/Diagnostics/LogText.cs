using System.Globalization;
using System.Text;

namespace Sensoro.Dashboard.Diagnostics;

/// <summary>
/// A stranger's text as it may stand in a log: on one line, in the direction the line is read. Line breaks would let it write lines of its
/// own, and invisible signs would let it look like something else.
/// </summary>
internal static class LogText
{
    private const int MaxLength = 200;

    /// <summary>The text with what cannot be seen spelled out, and cut when it is long.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var shortened = text.Length <= MaxLength ? text : text[..MaxLength] + "…";
        return shortened.Any(IsHidden) ? Escape(shortened) : shortened;
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length * 2);
        foreach (var letter in text)
        {
            _ = IsHidden(letter) ? escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}") : escaped.Append(letter);
        }

        return escaped.ToString();
    }

    private static bool IsHidden(char letter) => char.GetUnicodeCategory(letter) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}
