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
    private const char NonJoiner = '\u200C';
    private const char Joiner = '\u200D';

    /// <summary>The text with what cannot be seen spelled out, and cut when it is long.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var shortened = text.Length <= MaxLength ? text : text[..MaxLength] + "…";
        return shortened.Any(IsHidden) ? Escape(shortened, IsHidden) : shortened;
    }

    /// <summary>
    /// The whole text, with what would begin a line, turn the direction or hide spelled out. For texts that are kept and shown to people:
    /// the signs that join letters and pictures stay.
    /// </summary>
    public static string Whole(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Any(IsDeceptive) ? Escape(text, IsDeceptive) : text;
    }

    private static string Escape(string text, Func<char, bool> isEscaped)
    {
        var escaped = new StringBuilder(text.Length * 2);
        foreach (var letter in text)
        {
            _ = isEscaped(letter) ? escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}") : escaped.Append(letter);
        }

        return escaped.ToString();
    }

    private static bool IsDeceptive(char letter) => letter is not (NonJoiner or Joiner) && !char.IsSurrogate(letter) && IsHidden(letter);

    private static bool IsHidden(char letter) => char.GetUnicodeCategory(letter) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}
