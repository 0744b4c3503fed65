using System.Globalization;

namespace Sensoro.Domain.Devices;

/// <summary>
/// Reads a place as people type or paste it: two numbers in degrees between commas, blanks or semicolons of either script. Longitude
/// comes first, as SENSORO sends it; a pair that is a place only the other way round, as most maps copy it in China, is turned.
/// </summary>
public static class GeoPointText
{
    private static readonly char[] Between = [',', ';', ' ', '\t', '，', '；', '、', '/'];

    public static bool TryParse(string? text, out GeoPoint point)
    {
        point = default;
        return text?.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var one, var other]
            && TryNumber(one, out var first) && TryNumber(other, out var second)
            && (GeoPoint.TryCreate(first, second, out point) || GeoPoint.TryCreate(second, first, out point));
    }

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text.TrimEnd('°'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
