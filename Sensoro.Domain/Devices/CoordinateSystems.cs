namespace Sensoro.Domain.Devices;

/// <summary>The names of <see cref="CoordinateSystem"/> as maps and surveyors write them.</summary>
public static class CoordinateSystems
{
    public static string Text(CoordinateSystem datum) => datum switch
    {
        CoordinateSystem.Wgs84 => "WGS-84",
        CoordinateSystem.Gcj02 => "GCJ-02",
        CoordinateSystem.Bd09 => "BD-09",
    };

    /// <summary>By letters and digits alone, since people write WGS84, wgs-84 and WGS 84.</summary>
    public static bool TryParse(string? text, out CoordinateSystem datum)
    {
        var letters = string.Concat((text ?? "").Where(char.IsAsciiLetterOrDigit));
        foreach (var candidate in Enum.GetValues<CoordinateSystem>())
        {
            if (string.Equals(Text(candidate).Replace("-", "", StringComparison.Ordinal), letters, StringComparison.OrdinalIgnoreCase))
            {
                datum = candidate;
                return true;
            }
        }

        datum = default;
        return false;
    }
}
