using System.Globalization;

namespace Sensoro.Domain.Protocol;

/// <summary>
/// The one ISO 8601 form JavaScript writes and reads everywhere: <c>yyyy-MM-ddTHH:mm[:ss[.fff…]]</c> and <c>Z</c> or <c>±HH:mm</c>.
/// A time without an offset is refused, because its zone would be a guess.
/// </summary>
internal static class IsoTime
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss",
    ];

    /// <summary>Null when the text has another form or names no moment.</summary>
    public static DateTimeOffset? Parse(ReadOnlySpan<char> text)
    {
        if (!TryCutOffset(ref text, out var offset) || !TryCutFraction(ref text, out var fraction))
        {
            return null;
        }

        return DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? At(local.Ticks + fraction.Ticks - offset.Ticks)
            : null;
    }

    private static DateTimeOffset? At(long ticks) =>
        ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    private static bool TryCutOffset(ref ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text.EndsWith('Z'))
        {
            text = text[..^1];
            return true;
        }

        if (text.Length < 6 || text[^6] is not ('+' or '-')
            || !TimeSpan.TryParseExact(text[^5..], @"hh\:mm", CultureInfo.InvariantCulture, out offset))
        {
            return false;
        }

        offset = text[^6] == '-' ? -offset : offset;
        text = text[..^6];
        return true;
    }

    // Any number of digits; what is finer than a millisecond is cut, as JavaScript does.
    private static bool TryCutFraction(ref ReadOnlySpan<char> text, out TimeSpan fraction)
    {
        fraction = TimeSpan.Zero;
        var point = text.IndexOf('.');
        if (point < 0)
        {
            return true;
        }

        var digits = text[(point + 1)..];
        text = text[..point];
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9') || text.Length != "yyyy-MM-ddTHH:mm:ss".Length)
        {
            return false;
        }

        var milliseconds = 0;
        for (var i = 0; i < 3; i++)
        {
            milliseconds = (milliseconds * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        }

        fraction = TimeSpan.FromMilliseconds(milliseconds);
        return true;
    }
}
