using Sensoro.Dashboard.Security.People;

namespace Sensoro.Dashboard.Tests.Security;

/// <summary>Long passwords of unrelated words are taken, those that are guessed first are not.</summary>
public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("short1!")]
    [InlineData("elevenchars")]
    public void Check_OfLessThanTwelveCharacters_IsTooShort(string password) => Assert.Equal(PasswordFault.TooShort, PasswordRule.Check(password, "lin.wei"));

    [Fact]
    public void Check_OfMoreThanTheLongest_IsTooLong() =>
        Assert.Equal(PasswordFault.TooLong, PasswordRule.Check(string.Concat(Enumerable.Repeat("brook lantern ", 20)), "lin.wei"));

    [Theory]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabc")]
    [InlineData("123456789012")]
    [InlineData("198507231985")]
    [InlineData("abcdefghijklmn")]
    [InlineData("qwertyuiop123")]
    [InlineData("1qaz2wsx1qaz2wsx")]
    [InlineData("xyxyxyxyxyxyxyxy")]
    public void Check_OfARunOrARepetition_IsTooSimple(string password) => Assert.Equal(PasswordFault.TooSimple, PasswordRule.Check(password, "lin.wei"));

    [Theory]
    [InlineData("Password2024!")]
    [InlineData("P@ssw0rd2024!!")]
    [InlineData("administrator1")]
    [InlineData("Welcome123456")]
    [InlineData("sensoro-dashboard")]
    [InlineData("ILoveYou2024!!")]
    [InlineData("Shanghai2026!!")]
    [InlineData("sunshine-monkey")]
    [InlineData("woaini1314520")]
    [InlineData("civilization")]
    [InlineData("Weihnachtsbaum")]
    [InlineData("NECRONOMICON")]
    public void Check_OfWordsThatEverybodyTakes_IsTooCommon(string password) => Assert.Equal(PasswordFault.TooCommon, PasswordRule.Check(password, "lin.wei"));

    [Fact]
    public void CommonPasswords_OfTheBuild_AreAllThere() => Assert.Equal(308, CommonPasswords.Count);

    [Theory]
    [InlineData("lin.wei-2026-01")]
    [InlineData("LIN.WEI-lin.wei9")]
    public void Check_OfTheUserName_IsLikeName(string password) => Assert.Equal(PasswordFault.LikeName, PasswordRule.Check(password, "lin.wei"));

    [Theory]
    [InlineData("grey heron over the canal")]
    [InlineData("seven barges wait upstream")]
    [InlineData("correct horse battery staple")]
    [InlineData("xK9#vq2LmT8&")]
    [InlineData("钥匙在旧桥下面的石头里面")]
    [InlineData("8#%92&*@!)(4q")]
    public void Check_OfUnrelatedWordsOrChance_IsTaken(string password) => Assert.Equal(PasswordFault.None, PasswordRule.Check(password, "lin.wei"));
}
