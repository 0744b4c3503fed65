using System.Globalization;
using System.Text;

namespace Sensoro.Domain.Devices;

/// <summary>
/// What somebody may have meant by a serial number they typed from a label or pasted from a sheet. SENSORO's are hexadecimal: letters that
/// such a number cannot have are the digits they look like.
/// </summary>
public static class SerialNumberSpellings
{
    /// <summary>The distance from the full-width signs of Chinese input methods to the plain ones.</summary>
    private const int FullWidth = '\uFF01' - '!';

    /// <summary>
    /// The text without the spaces around it, then without those inside it, then with O read as 0 and I and l as 1; each once, the nearest to
    /// what was typed first. A text that cannot be a serial number is left as it is; an empty one gives nothing.
    /// </summary>
    public static IReadOnlyList<string> Of(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return [.. Meant(typed.Trim()).Where(static spelling => spelling.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Meant(string trimmed)
    {
        yield return trimmed;
        var compact = Compact(trimmed);
        if (compact.All(char.IsAsciiLetterOrDigit))
        {
            yield return compact;
        }

        var digits = Digits(compact);
        if (digits.All(char.IsAsciiHexDigit))
        {
            yield return digits;
        }
    }

    /// <summary>Without spaces and what cannot be seen, in plain signs.</summary>
    private static string Compact(string text)
    {
        var compact = new StringBuilder(text.Length);
        foreach (var sign in text.Where(static sign => !char.IsWhiteSpace(sign) && CharUnicodeInfo.GetUnicodeCategory(sign) is not UnicodeCategory.Format))
        {
            compact.Append(char.IsBetween(sign, '\uFF01', '\uFF5E') ? (char)(sign - FullWidth) : sign);
        }

        return compact.ToString();
    }

    private static string Digits(string text) => string.Create(text.Length, text, static (digits, from) =>
    {
        for (var i = 0; i < digits.Length; i++)
        {
            digits[i] = from[i] switch
            {
                'O' or 'o' => '0',
                'I' or 'i' or 'L' or 'l' => '1',
                var sign => sign,
            };
        }
    });
}
