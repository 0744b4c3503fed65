using System.Reflection;
using System.Text.RegularExpressions;
using Sensoro.Dashboard.Tests.Components;

namespace Sensoro.Dashboard.Tests.Architecture;

/// <summary>The list of security requirements has no gap, and what it names exists.</summary>
public sealed partial class AsvsTests
{
    private const int UpToLevel2 = 253;

    /// <summary>The requirements of ASVS 5.0 up to level 2: of each section, which numbers.</summary>
    private static readonly (string Section, int[] Numbers)[] Level2 =
    [
        ("1.1", [1, 2]), ("1.2", [1, 2, 3, 4, 5, 6, 7, 8, 9]), ("1.3", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), ("1.4", [1, 2, 3]), ("1.5", [1, 2]),
        ("2.1", [1, 2, 3]), ("2.2", [1, 2, 3]), ("2.3", [1, 2, 3, 4]), ("2.4", [1]),
        ("3.2", [1, 2]), ("3.3", [1, 2, 3, 4]), ("3.4", [1, 2, 3, 4, 5, 6]), ("3.5", [1, 2, 3, 4, 5]), ("3.7", [1, 2]),
        ("4.1", [1, 2, 3]), ("4.2", [1]), ("4.3", [1, 2]), ("4.4", [1, 2, 3, 4]),
        ("5.1", [1]), ("5.2", [1, 2, 3]), ("5.3", [1, 2]), ("5.4", [1, 2, 3]),
        ("6.1", [1, 2, 3]), ("6.2", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]), ("6.3", [1, 2, 3, 4]), ("6.4", [1, 2, 3, 4]), ("6.5", [1, 2, 3, 4, 5]), ("6.6", [1, 2, 3]), ("6.8", [1, 2, 3, 4]),
        ("7.1", [1, 2, 3]), ("7.2", [1, 2, 3, 4]), ("7.3", [1, 2]), ("7.4", [1, 2, 3, 4, 5]), ("7.5", [1, 2]), ("7.6", [1, 2]),
        ("8.1", [1, 2]), ("8.2", [1, 2, 3]), ("8.3", [1]), ("8.4", [1]),
        ("9.1", [1, 2, 3]), ("9.2", [1, 2, 3, 4]),
        ("10.1", [1, 2]), ("10.2", [1, 2]), ("10.3", [1, 2, 3, 4]), ("10.4", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), ("10.5", [1, 2, 3, 4, 5]), ("10.6", [1, 2]), ("10.7", [1, 2, 3]),
        ("11.1", [1, 2]), ("11.2", [1, 2, 3]), ("11.3", [1, 2, 3]), ("11.4", [1, 2, 3, 4]), ("11.5", [1]), ("11.6", [1]),
        ("12.1", [1, 2, 3]), ("12.2", [1, 2]), ("12.3", [1, 2, 3, 4]),
        ("13.1", [1]), ("13.2", [1, 2, 3, 4, 5]), ("13.3", [1, 2]), ("13.4", [1, 2, 3, 4, 5]),
        ("14.1", [1, 2]), ("14.2", [1, 2, 3, 4]), ("14.3", [1, 2, 3]),
        ("15.1", [1, 2, 3]), ("15.2", [1, 2, 3]), ("15.3", [1, 2, 3, 4, 5, 6, 7]),
        ("16.1", [1]), ("16.2", [1, 2, 3, 4, 5]), ("16.3", [1, 2, 3, 4]), ("16.4", [1, 2, 3]), ("16.5", [1, 2, 3]),
        ("17.1", [1]), ("17.2", [1, 2, 3, 4]), ("17.3", [1, 2]),
    ];

    private static readonly string Docs = Path.Combine(SourceTree.Root, "docs");

    private static readonly string Index = File.ReadAllText(Path.Combine(Docs, "asvs.md"));

    private static readonly string[] Lines =
        [.. Directory.EnumerateFiles(Path.Combine(Docs, "asvs"), "*.md").Order(StringComparer.Ordinal).SelectMany(static file => File.ReadAllLines(file))];

    private static readonly (string Item, string Answer)[] Rows =
        [.. Lines.Select(static line => Row().Match(line)).Where(static match => match.Success).Select(static match => (match.Groups["item"].Value, match.Groups["answer"].Value.Trim()))];

    [Fact]
    public void List_OfTheRequirements_HasEachOnceWithAnAnswer()
    {
        Assert.Equal(UpToLevel2, Level2.Sum(static section => section.Numbers.Length));
        Assert.Equal(Level2.SelectMany(static section => section.Numbers.Select(number => $"{section.Section}.{number}")), Rows.Select(static row => row.Item), StringComparer.Ordinal);
        Assert.All(Rows, static row => Assert.NotEmpty(row.Answer));
    }

    [Fact]
    public void Tests_OfTheList_Exist()
    {
        var tests = typeof(AsvsTests).Assembly.GetTypes()
            .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet(StringComparer.Ordinal);
        var named = Lines.SelectMany(static line => Test().Matches(line)).Select(static match => match.Groups["test"].Value).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(tests, StringComparer.Ordinal));
    }

    /// <summary>What a line calls a chapter is one of the documents that it speaks of.</summary>
    [Fact]
    public void Documents_OfTheList_HaveTheirChapters()
    {
        var chapters = File.ReadAllLines(Path.Combine(Docs, "security.md")).Where(static line => line.StartsWith("## ", StringComparison.Ordinal)).Select(static line => line[3..]);
        var named = Lines.SelectMany(static line => Chapters().Matches(line)).SelectMany(static match => match.Groups["chapter"].Captures).Select(static capture => capture.Value).Distinct(StringComparer.Ordinal);

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(chapters, StringComparer.Ordinal));
    }

    /// <summary>What was still to be built when the line was written.</summary>
    [Fact]
    public void List_OfTheRequirements_WaitsForNothing() =>
        Assert.Empty(Rows.Where(static row => row.Answer.Contains("*pending", StringComparison.Ordinal)).Select(static row => $"{row.Item}: {row.Answer}"));

    /// <summary>What is not met is said where the list begins.</summary>
    [Fact]
    public void Gaps_OfTheList_AreNamedAtItsBeginning() => Assert.Equal(
        Rows.Where(static row => row.Answer.Contains("*not met*", StringComparison.Ordinal)).Select(static row => row.Item),
        Gap().Matches(Index).Select(static match => match.Groups["item"].Value),
        StringComparer.Ordinal);

    [GeneratedRegex(@"^\| (?<item>\d+\.\d+\.\d+) \|[^|]+\|(?<answer>[^|]+)\|$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<test>\w+Tests\.\w+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Test();

    [GeneratedRegex(@"`docs/security\.md`, \*(?<chapter>[^*]+)\*( and \*(?<chapter>[^*]+)\*)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Chapters();

    [GeneratedRegex(@"^- (?<item>\d+\.\d+\.\d+) ", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Gap();
}
