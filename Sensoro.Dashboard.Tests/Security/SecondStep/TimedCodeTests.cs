using System.Text;
using Sensoro.Dashboard.Security.SecondStep;

namespace Sensoro.Dashboard.Tests.Security.SecondStep;

/// <summary>Codes as authenticator apps make them.</summary>
public sealed class TimedCodeTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>The vectors of RFC 6238, appendix B; an app of six digits shows their last six.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_111_111_111, "050471")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(2_000_000_000, "279037")]
    [InlineData(20_000_000_000, "353130")]
    public void Of_AStepOfTheStandard_IsItsCode(long seconds, string code) =>
        Assert.Equal(code, TimedCode.Of(Secret, TimedCode.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(-2, false)]
    [InlineData(2, false)]
    public void Match_OfACodeFromAnotherStep_TakesTheNeighbours(int distance, bool isTaken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_234_567_890);
        var step = TimedCode.StepAt(now) + distance;

        Assert.Equal(isTaken ? step : null, TimedCode.Match(Secret, TimedCode.Of(Secret, step), now, lastStep: 0));
    }

    [Fact]
    public void Match_OfAStepThatWasUsedOrPassedOver_IsNothing()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_234_567_890);
        var step = TimedCode.StepAt(now);

        Assert.Null(TimedCode.Match(Secret, TimedCode.Of(Secret, step), now, step));
        Assert.Null(TimedCode.Match(Secret, TimedCode.Of(Secret, step - 1), now, step));
        Assert.Equal(step + 1, TimedCode.Match(Secret, TimedCode.Of(Secret, step + 1), now, step));
    }

    [Theory]
    [InlineData("005 924")]
    [InlineData(" 005924 ")]
    public void Match_OfACodeWithSpaces_TakesIt(string code) =>
        Assert.NotNull(TimedCode.Match(Secret, code, DateTimeOffset.FromUnixTimeSeconds(1_234_567_890), 0));

    [Theory]
    [InlineData("")]
    [InlineData("00592")]
    [InlineData("0059244")]
    [InlineData("００５９２４")]
    public void Match_OfSomethingElse_IsNothing(string code) =>
        Assert.Null(TimedCode.Match(Secret, code, DateTimeOffset.FromUnixTimeSeconds(1_234_567_890), 0));

    /// <summary>The vectors of RFC 4648, section 10, without their padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Key_OfTheStandard_IsItsText(string text, string key) => Assert.Equal(key, Base32.Encode(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void RecoveryCodes_OfOneAccount_DifferAndAreReadWithoutTheirDashes()
    {
        var codes = RecoveryCodes.Make();

        Assert.Equal(RecoveryCodes.Count, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.All(codes, static code => Assert.Equal(RecoveryCodes.HashOf(code), RecoveryCodes.HashOf(" " + code.Replace("-", " ", StringComparison.Ordinal).ToUpperInvariant())));
    }
}
