using System.Text.Json;
using Sensoro.Domain.Metrics;

namespace Sensoro.Domain.Protocol;

/// <summary>
/// Reads <c>lonlat</c>: longitude first. SENSORO stores [0,0] until a device has a fix, so a zero is no place; a pair that looks
/// swapped is refused, never turned round, because half of such pairs would be turned wrongly.
/// </summary>
internal static class PositionReader
{
    public static MetricValue Read(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            json.Skip();
            return MetricValue.Invalid;
        }

        Span<double> pair = stackalloc double[2];
        var count = 0;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (count < pair.Length)
            {
                pair[count] = ReadCoordinate(in json);
            }

            json.Skip();
            count++;
        }

        return count switch
        {
            0 => MetricValue.NoFix,
            2 => Judge(pair[0], pair[1]),
            _ => MetricValue.Invalid,
        };
    }

    /// <returns>Zero for null, NaN for what is no number.</returns>
    private static double ReadCoordinate(ref readonly Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.Null => 0,
        JsonTokenType.Number when JsonNumber.TryRead(in json, out var number) => number,
        JsonTokenType.String when JsonNumber.TryParse(json.GetString(), out var number) => number,
        _ => double.NaN,
    };

    private static MetricValue Judge(double longitude, double latitude)
    {
        if (double.IsNaN(longitude) || double.IsNaN(latitude))
        {
            return MetricValue.Invalid;
        }

        if (longitude == 0 || latitude == 0)
        {
            return MetricValue.NoFix;
        }

        // some receivers count longitude eastward round the globe
        var east = longitude is > 180 and <= 360 ? longitude - 360 : longitude;
        return Math.Abs(east) <= 180 && Math.Abs(latitude) <= 90 ? MetricValue.Position(east, latitude) : MetricValue.Invalid;
    }
}
