namespace Sensoro.Dashboard.Export;

/// <summary>
/// Makes text harmless for spreadsheets, which run a cell as a formula when it starts with one of a few signs. Whoever names a
/// device or sends a push must not be able to run anything on the desk of the person who opens the export.
/// </summary>
internal static class FormulaGuard
{
    /// <summary>What spreadsheets take as the mark of a text cell.</summary>
    private const char TextMark = '\'';

    /// <summary>The signs, and their full-width twins, which East Asian editions understand as well.</summary>
    private const string Signs = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>The text, behind a mark when it could be taken for a formula.</summary>
    public static string Guard(string text) => IsRisky(text) ? TextMark + text : text;

    /// <summary>Blanks and invisible signs before a sign do not make it safe: some programs drop them on the way in.</summary>
    private static bool IsRisky(string text)
    {
        if (text.Length > 0 && text[0] is '\t' or '\r' or '\n')
        {
            return true;
        }

        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter) && !char.IsControl(letter) && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.Format)
            {
                return Signs.Contains(letter, StringComparison.Ordinal);
            }
        }

        return false;
    }
}
