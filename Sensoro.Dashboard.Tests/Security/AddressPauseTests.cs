using Microsoft.Extensions.Time.Testing;
using Sensoro.Dashboard.Security.SignIn;

namespace Sensoro.Dashboard.Tests.Security;

/// <summary>An address that guesses has to wait.</summary>
public sealed class AddressPauseTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly AddressPause _pause;

    public AddressPauseTests() => _pause = new AddressPause(_clock);

    [Fact]
    public void MayTry_AfterTooManyWrongTries_IsFalseUntilThePauseIsOver()
    {
        Guess("192.0.2.7", AddressPause.MostTries - 1);
        Assert.True(_pause.MayTry("192.0.2.7"));
        Guess("192.0.2.7", 1);

        Assert.False(_pause.MayTry("192.0.2.7"));
        Assert.True(_pause.MayTry("192.0.2.8"));
        _clock.Advance(AddressPause.Pause);
        Assert.True(_pause.MayTry("192.0.2.7"));
    }

    [Fact]
    public void MayTry_AfterASignIn_BeginsAnew()
    {
        Guess("192.0.2.7", AddressPause.MostTries - 1);
        _pause.Forget("192.0.2.7");
        Guess("192.0.2.7", AddressPause.MostTries - 1);

        Assert.True(_pause.MayTry("192.0.2.7"));
    }

    private void Guess(string address, int times)
    {
        for (var i = 0; i < times; i++)
        {
            _pause.NoteWrong(address);
        }
    }
}
