using System.Text.RegularExpressions;

namespace Sensoro.Dashboard.Tests.Components;

/// <summary>Reads the program's own source for the texts it asks for.</summary>
internal static partial class TextUses
{
    private const int Timeout = 10_000;

    private static readonly string Folder = Path.Combine(SourceTree.Root, "Sensoro.Dashboard");

    private static readonly string[] Sources =
    [
        .. new[] { "*.razor", "*.cs" }.SelectMany(static pattern => Directory.EnumerateFiles(Folder, pattern, SearchOption.AllDirectories))
            .Where(static file => !Path.GetRelativePath(Folder, file).Split(Path.DirectorySeparatorChar).Any(static folder => folder is "obj" or "bin" or "wwwroot")),
    ];

    /// <summary>Every string that stands in the source as it is.</summary>
    public static IReadOnlySet<string> Literals() =>
        Sources.SelectMany(static file => Literal().Matches(File.ReadAllText(file)).Select(static match => match.Groups["text"].Value)).ToHashSet(StringComparer.Ordinal);

    public static IReadOnlyList<TextUse> All() => [.. Sources.GroupBy(Component, StringComparer.Ordinal).SelectMany(OfComponent)];

    /// <summary>The markup and the code of a component share what is injected into it.</summary>
    private static string Component(string file) => file.EndsWith(".razor.cs", StringComparison.Ordinal) ? file[..^3] : file;

    private static IEnumerable<TextUse> OfComponent(IGrouping<string, string> files)
    {
        var text = string.Join('\n', files.Select(File.ReadAllText));
        var kinds = Declaration().Matches(text).Select(static match => (Name: match.Groups["name"].Value, Texts: match.Groups["texts"].Value)).Distinct();
        foreach (var (name, texts) in kinds)
        {
            foreach (Match use in Regex.Matches(text, $@"(?<![\w.]){name}\[", RegexOptions.ExplicitCapture, TimeSpan.FromMilliseconds(Timeout)))
            {
                yield return Of(texts, Argument(text, use.Index + use.Length), files.Key);
            }
        }
    }

    private static TextUse Of(string texts, string argument, string file)
    {
        var (keys, beginnings) = (new List<string>(), new List<string>());
        foreach (Match match in KeyPart().Matches(argument))
        {
            var isBeginning = match.Groups["plus"].Success || match.Groups["hole"].Success;
            (isBeginning ? beginnings : keys).Add(match.Groups["text"].Value);
        }

        return new TextUse(texts, keys, beginnings, keys.Count + beginnings.Count == 0, Path.GetRelativePath(Folder, file));
    }

    /// <summary>The first argument of an indexer: up to the comma or bracket that is its own.</summary>
    private static string Argument(string text, int start)
    {
        var (depth, isQuoted) = (0, false);
        for (var i = start; i < text.Length; i++)
        {
            isQuoted ^= text[i] == '"';
            switch (text[i])
            {
                case '(' or '[' or '{' when !isQuoted:
                    depth++;
                    break;
                case ',' or ']' when !isQuoted && depth == 0:
                    return text[start..i];
                case ')' or ']' or '}' when !isQuoted:
                    depth--;
                    break;
            }
        }

        return "";
    }

    [GeneratedRegex(@"IStringLocalizer<(?<texts>\w+)>\s+(?<name>\w+)", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Declaration();

    [GeneratedRegex("\"(?<text>[^\"\\n]*)\"", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Literal();

    [GeneratedRegex("\"(?<text>[\\w.]+)((?<hole>\\{[^\"]*)?\")(?<plus>\\s*\\+)?", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex KeyPart();
}
