using System.Globalization;

namespace Sensoro.Domain.Protocol;

/// <summary>Looks for halves of a surrogate pair among the <c>\u</c> escapes of a JSON string.</summary>
internal static class SurrogateEscapes
{
    private const int EscapeLength = 6;

    /// <param name="text">The inside of a well-formed JSON string, escapes in place.</param>
    public static bool HasLone(ReadOnlySpan<byte> text)
    {
        while (text.IndexOf((byte)'\\') is var at && at >= 0)
        {
            text = text[at..];
            if (text[1] != 'u')
            {
                text = text[2..];
                continue;
            }

            var unit = CodeUnit(text);
            text = text[EscapeLength..];
            if (char.IsLowSurrogate(unit))
            {
                return true;
            }

            if (char.IsHighSurrogate(unit))
            {
                if (!text.StartsWith("\\u"u8) || !char.IsLowSurrogate(CodeUnit(text)))
                {
                    return true;
                }

                text = text[EscapeLength..];
            }
        }

        return false;
    }

    private static char CodeUnit(ReadOnlySpan<byte> escape) =>
        (char)ushort.Parse(escape[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
