using System.Globalization;
using FsCheck.Xunit;
using Sensoro.Dashboard.Diagnostics;

namespace Sensoro.Dashboard.Tests.Diagnostics;

/// <summary>A stranger's text can neither begin a line of the log nor hide in one.</summary>
public sealed class LogTextTests
{
    [Theory]
    [InlineData("plain 中文 text", "plain 中文 text")]
    [InlineData("a\r\nwarn: forged", @"a\u000D\u000Awarn: forged")]
    [InlineData("\u202Egnp.exe", @"\u202Egnp.exe")]
    [InlineData("\u001B[31mred", @"\u001B[31mred")]
    [InlineData("a\u2028b\u2029c\u0085d", @"a\u2028b\u2029c\u0085d")]
    [InlineData("\uFEFFx\u200B", @"\uFEFFx\u200B")]
    [InlineData(null, "")]
    public void Of_AText_SpellsOutWhatCannotBeSeen(string? text, string expected) => Assert.Equal(expected, LogText.Of(text));

    [Theory]
    [InlineData("Boiler room 锅炉房 🧑\u200D🔧", "Boiler room 锅炉房 🧑\u200D🔧")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("a\nb\u202Ec\u2066d\u0000", @"a\u000Ab\u202Ec\u2066d\u0000")]
    [InlineData("", "")]
    public void Whole_OfAText_KeepsWhatLettersNeedAndSpellsOutWhatDeceives(string text, string expected) => Assert.Equal(expected, LogText.Whole(text));

    [Property(MaxTest = 500)]
    public bool Of_AnyText_IsOneShortLineOfVisibleLetters(string? text)
    {
        var line = LogText.Of(text);
        return line.Length <= 1_300 && line.All(static letter => char.GetUnicodeCategory(letter) is not
            (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate));
    }
}
