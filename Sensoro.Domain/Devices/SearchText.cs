namespace Sensoro.Domain.Devices;

/// <summary>When a text that somebody typed fits a device.</summary>
public static class SearchText
{
    /// <summary>From so many letters on a text is looked for anywhere, a shorter one only at the start.</summary>
    public const int ShortestPart = 3;

    /// <summary>Whether the text fits the SN or the name; capitals do not matter.</summary>
    public static bool Fits(string text, string? candidate) => candidate is not null && (text.EnumerateRunes().Count() < ShortestPart
        ? candidate.StartsWith(text, StringComparison.OrdinalIgnoreCase)
        : candidate.Contains(text, StringComparison.OrdinalIgnoreCase));
}
