using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Domain.Devices;

namespace Sensoro.Dashboard.Tests.Components;

/// <summary>Every text that is asked for exists, every one that exists is asked for, and each is translated.</summary>
public sealed partial class TextUsesTests
{
    private static readonly IReadOnlyList<TextUse> Uses = TextUses.All();
    private static readonly IReadOnlySet<string> Literals = TextUses.Literals();

    /// <summary>Members of the program's enums: some texts are named after them.</summary>
    private static readonly HashSet<string> Names = new[] { typeof(ElementTexts).Assembly, typeof(DeviceStatus).Assembly }
        .SelectMany(static assembly => assembly.GetTypes()).Where(static type => type.IsEnum).SelectMany(Enum.GetNames).ToHashSet(StringComparer.Ordinal);

    public static TheoryData<string> TextClasses() => TextsTests.TextClasses();

    [Fact]
    public void Uses_OfTheWholeProgram_AreFound() =>
        Assert.Superset(TextClasses().Select(static row => ShortName(row.Data)).ToHashSet(StringComparer.Ordinal), Uses.Select(static use => use.Texts).ToHashSet(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(TextClasses))]
    public void Key_ThatIsAskedFor_Exists(string name)
    {
        var keys = Read(name, CultureInfo.InvariantCulture);
        var uses = Uses.Where(use => use.Texts == ShortName(name)).ToList();

        Assert.Empty(uses.SelectMany(use => use.Keys.Where(key => !keys.ContainsKey(key)).Select(key => $"{use.File}: {key}")));
        Assert.Empty(uses.SelectMany(use => use.Beginnings.Where(beginning => !keys.Keys.Any(key => key.StartsWith(beginning, StringComparison.Ordinal))).Select(beginning => $"{use.File}: {beginning}…")));
    }

    [Theory]
    [MemberData(nameof(TextClasses))]
    public void Key_ThatExists_IsAskedFor(string name)
    {
        var uses = Uses.Where(use => use.Texts == ShortName(name)).ToList();
        var named = uses.SelectMany(static use => use.Keys).ToHashSet(StringComparer.Ordinal);
        var beginnings = uses.SelectMany(static use => use.Beginnings).ToHashSet(StringComparer.Ordinal);
        var isOpen = uses.Exists(static use => use.IsOpen) || IsHandedOn(name);

        Assert.All(Read(name, CultureInfo.InvariantCulture).Keys, key => Assert.True(
            named.Contains(key) || beginnings.Any(beginning => key.StartsWith(beginning, StringComparison.Ordinal)) || (isOpen && (Literals.Contains(key) || Names.Contains(key))),
            $"Nothing asks for {key}."));
    }

    [Theory]
    [MemberData(nameof(TextClasses))]
    public void Text_WithLetters_IsTranslated(string name)
    {
        var chinese = Read(name, new CultureInfo("zh-Hans"));

        Assert.Empty(Read(name, CultureInfo.InvariantCulture).Where(text => Letters().IsMatch(Untranslated().Replace(text.Value, "")) && text.Value == chinese[text.Key]).Select(static text => $"{text.Key}: {text.Value}"));
    }

    /// <summary>Texts that are given to a class which does not say whose they are.</summary>
    private static bool IsHandedOn(string name) => name.StartsWith("Sensoro.Dashboard.Components.Tasks.", StringComparison.Ordinal);

    private static string ShortName(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static Dictionary<string, string> Read(string name, CultureInfo culture) =>
        (new ResourceManager(name, typeof(ElementTexts).Assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false) ?? throw new MissingManifestResourceException(name))
            .Cast<DictionaryEntry>().ToDictionary(static entry => (string)entry.Key, static entry => entry.Value as string ?? "", StringComparer.Ordinal);

    [GeneratedRegex(@"\p{L}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Letters();

    /// <summary>Names that are the same in both languages, and units.</summary>
    [GeneratedRegex(@"\b(SENSORO|SN|WGS-84|GCJ-02|BD-09|CSV|NDJSON|JSON|UTC|ID|msgId|taskId|AppID|AppId|AppKey|AppSecret|h|min|s|d|ms|kB|MB|GB)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Untranslated();
}
