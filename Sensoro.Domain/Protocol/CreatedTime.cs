using System.Globalization;
using System.Text.Json;

namespace Sensoro.Domain.Protocol;

/// <summary>
/// <c>createdTime</c> in the forms it has been seen in: Unix milliseconds, Unix seconds, either of them as text, ISO 8601, empty.
/// </summary>
internal static class CreatedTime
{
    /// <summary>Numbers below are seconds: as milliseconds they would lie before March 1973.</summary>
    private const double SecondsBelow = 1e11;

    /// <summary>March 1973 in seconds: below, it is no time at all.</summary>
    private const double Smallest = 1e8;

    /// <summary>September 2283 in milliseconds.</summary>
    private const double Largest = 9.9e12;

    /// <summary>Null when there is no readable time.</summary>
    public static DateTimeOffset? Read(ref readonly Utf8JsonReader value) => value.TokenType switch
    {
        JsonTokenType.Number when JsonNumber.TryRead(in value, out var number) => FromNumber(number),
        JsonTokenType.String => FromText(value.GetString()),
        _ => null,
    };

    private static DateTimeOffset? FromNumber(double number)
    {
        if (number is < Smallest or > Largest)
        {
            return null;
        }

        var milliseconds = Math.Floor(number < SecondsBelow ? number * 1000 : number);
        return DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds);
    }

    private static DateTimeOffset? FromText(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty)
        {
            return null;
        }

        return text.ContainsAnyExceptInRange('0', '9')
            ? IsoTime.Parse(text)
            : FromNumber(double.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
