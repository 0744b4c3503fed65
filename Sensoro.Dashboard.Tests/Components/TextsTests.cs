using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Sensoro.Dashboard.Components.Elements;

namespace Sensoro.Dashboard.Tests.Components;

/// <summary>Both languages say everything, with the same places to fill in.</summary>
public sealed partial class TextsTests
{
    public static TheoryData<string> TextClasses() =>
    [
        .. typeof(ElementTexts).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Texts", StringComparison.Ordinal) && type.Namespace?.StartsWith("Sensoro.Dashboard.Components", StringComparison.Ordinal) == true)
            .Select(type => type.FullName ?? ""),
    ];

    [Theory]
    [MemberData(nameof(TextClasses))]
    public void Texts_InBothLanguages_HaveTheSameKeysAndPlaces(string name)
    {
        var manager = new ResourceManager(name, typeof(ElementTexts).Assembly);
        var english = Read(manager, CultureInfo.InvariantCulture);
        var chinese = Read(manager, new CultureInfo("zh-Hans"));

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), chinese.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(english, text => Assert.Equal(Places(text.Value), Places(chinese[text.Key])));
    }

    private static Dictionary<string, string> Read(ResourceManager manager, CultureInfo culture) =>
        (manager.GetResourceSet(culture, createIfNotExists: true, tryParents: false) ?? throw new MissingManifestResourceException(culture.Name))
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => entry.Value as string ?? "", StringComparer.Ordinal);

    private static string Places(string text) => string.Join(' ', Place().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Place();
}
