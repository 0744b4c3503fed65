using System.Globalization;
using System.Text.Json;

namespace Sensoro.Domain.Protocol;

/// <summary>
/// Finite numbers from JSON numbers and from text. <c>double.TryParse</c> alone reads "NaN", and "21,5" as 215; and a JSON number
/// such as 1e400 becomes infinity without complaint.
/// </summary>
internal static class JsonNumber
{
    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static bool TryRead(ref readonly Utf8JsonReader value, out double number)
    {
        number = 0;
        return value.TokenType == JsonTokenType.Number && value.TryGetDouble(out number) && Accept(ref number);
    }

    /// <summary>Text that is exactly one JSON number once the white space around it is gone.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out double number)
    {
        number = 0;
        var trimmed = text.Trim();
        return IsNumber(trimmed) && double.TryParse(trimmed, Styles, CultureInfo.InvariantCulture, out number) && Accept(ref number);
    }

    /// <summary>An optional minus and digits.</summary>
    public static bool IsInteger(ReadOnlySpan<char> text)
    {
        text = text.StartsWith('-') ? text[1..] : text;
        return !text.IsEmpty && CountDigits(text) == text.Length;
    }

    private static bool Accept(ref double number)
    {
        number += 0.0; // minus zero becomes zero: no reader of a gauge expects "-0"
        return double.IsFinite(number);
    }

    // -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?
    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        text = text.StartsWith('-') ? text[1..] : text;
        var whole = CountDigits(text);
        if (whole == 0 || (whole > 1 && text[0] == '0'))
        {
            return false;
        }

        text = text[whole..];
        if (text.StartsWith('.'))
        {
            var fraction = CountDigits(text[1..]);
            if (fraction == 0)
            {
                return false;
            }

            text = text[(1 + fraction)..];
        }

        return text.IsEmpty || IsExponent(text);
    }

    private static bool IsExponent(ReadOnlySpan<char> text)
    {
        if (text[0] is not ('e' or 'E'))
        {
            return false;
        }

        text = text[1..];
        text = text is ['+' or '-', ..] ? text[1..] : text;
        return !text.IsEmpty && CountDigits(text) == text.Length;
    }

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}
