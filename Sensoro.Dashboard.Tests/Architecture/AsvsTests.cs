using System.Reflection;
using System.Text.RegularExpressions;
using Sensoro.Dashboard.Tests.Components;

namespace Sensoro.Dashboard.Tests.Architecture;

/// <summary>The list of security requirements has no gap, and what it names exists.</summary>
public sealed partial class AsvsTests
{
    /// <summary>The requirements of ASVS 5.0 up to level 2: of each section, which numbers.</summary>
    private static readonly (string Section, int[] Numbers)[] Level2 =
    [
        ("1.1", [1, 2]), ("1.2", [1, 2, 3, 4, 5, 6, 7, 8, 9]), ("1.3", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), ("1.4", [1, 2, 3]), ("1.5", [1, 2]),
        ("3.2", [1, 2]), ("3.3", [1, 2, 3, 4]), ("3.4", [1, 2, 3, 4, 5, 6]), ("3.5", [1, 2, 3, 4, 5]), ("3.7", [1, 2]),
        ("4.1", [1, 2, 3]), ("4.2", [1]), ("4.3", [1, 2]), ("4.4", [1, 2, 3, 4]),
        ("5.1", [1]), ("5.2", [1, 2, 3]), ("5.3", [1, 2]), ("5.4", [1, 2, 3]),
        ("12.1", [1, 2, 3]), ("12.2", [1, 2]), ("12.3", [1, 2, 3, 4]),
        ("13.1", [1]), ("13.2", [1, 2, 3, 4, 5]), ("13.3", [1, 2]), ("13.4", [1, 2, 3, 4, 5]),
    ];

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(SourceTree.Root, "docs", "asvs.md"));

    [Fact]
    public void List_OfTheRequirements_HasEachOnceWithAnAnswer()
    {
        var rows = Lines.Select(static line => Row().Match(line)).Where(static match => match.Success).ToList();

        Assert.Equal(Level2.SelectMany(static section => section.Numbers.Select(number => $"{section.Section}.{number}")), rows.Select(static row => row.Groups["item"].Value), StringComparer.Ordinal);
        Assert.All(rows, static row => Assert.NotEmpty(row.Groups["answer"].Value.Trim()));
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

    [GeneratedRegex(@"^\| (?<item>\d+\.\d+\.\d+) \|[^|]+\|(?<answer>[^|]+)\|$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<test>\w+Tests\.\w+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Test();
}
