namespace Sensoro.Dashboard.Storage;

/// <summary>Text that somebody typed, as a pattern of the database's LIKE: capitals do not matter, and the pattern's own signs mean themselves.</summary>
internal static class LikePattern
{
    public const string Escape = "\\";

    public static string Containing(string text) => $"%{Escaped(text)}%";

    public static string Beginning(string text) => $"{Escaped(text)}%";

    public static string Ending(string text) => $"%{Escaped(text)}";

    private static string Escaped(string text) =>
        text.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
