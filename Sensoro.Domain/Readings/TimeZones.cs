using System.Diagnostics.CodeAnalysis;

namespace Sensoro.Domain.Readings;

/// <summary>Time zones by the name that somebody from outside gives.</summary>
public static class TimeZones
{
    private const int LongestId = 64;

    /// <summary>
    /// Finds a zone by its IANA name, such as <c>Asia/Shanghai</c>. Zones are files on most systems: a name that could lead out of
    /// their folder is none.
    /// </summary>
    public static bool TryFind(string? id, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        return !string.IsNullOrEmpty(id) && id.Length <= LongestId && char.IsAsciiLetter(id[0])
            && id.All(static sign => char.IsAsciiLetterOrDigit(sign) || sign is '/' or '_' or '-' or '+')
            && TimeZoneInfo.TryFindSystemTimeZoneById(id, out zone);
    }
}
