using Microsoft.Extensions.Time.Testing;
using Sensoro.Dashboard.Security.FirstRun;

namespace Sensoro.Dashboard.Tests.Security;

/// <summary>The code of the first run: good for half an hour, once, and not for guessing.</summary>
public sealed class SetUpCodeTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly SetUpCode _code;

    public SetUpCodeTests() => _code = new SetUpCode(_clock);

    [Fact]
    public void Check_BeforeOneWasMade_IsExpired() => Assert.Equal(SetUpCodeCheck.Expired, _code.Check("AAAAA-AAAAA-AAAAA-AAAAA"));

    [Fact]
    public void Check_HoweverItIsTyped_IsRight()
    {
        var code = _code.Renew();

        Assert.Equal(SetUpCodeCheck.Right, _code.Check(code));
        Assert.Equal(SetUpCodeCheck.Right, _code.Check(" " + code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()));
    }

    [Fact]
    public void Check_AfterItsTime_IsExpired()
    {
        var code = _code.Renew();
        _clock.Advance(SetUpCode.Lifetime - TimeSpan.FromSeconds(1));
        Assert.Equal(SetUpCodeCheck.Right, _code.Check(code));

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(SetUpCodeCheck.Expired, _code.Check(code));
    }

    [Fact]
    public void Check_AfterItWasSpentOrRenewed_IsNotRight()
    {
        var first = _code.Renew();
        var second = _code.Renew();
        Assert.Equal(SetUpCodeCheck.Wrong, _code.Check(first));

        _code.Spend();

        Assert.Equal(SetUpCodeCheck.Expired, _code.Check(second));
    }

    [Fact]
    public void Check_AfterFiveWrongOnes_PausesEvenForTheRightOne()
    {
        var code = _code.Renew();
        for (var i = 0; i < SetUpCode.MostTries; i++)
        {
            Assert.Equal(SetUpCodeCheck.Wrong, _code.Check("guess"));
        }

        Assert.Equal(SetUpCodeCheck.Paused, _code.Check(code));
        _clock.Advance(SetUpCode.Pause);
        Assert.Equal(SetUpCodeCheck.Right, _code.Check(code));
    }
}
