using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Time.Testing;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Security.SignIn;
using Sensoro.Dashboard.Storage.People;

namespace Sensoro.Dashboard.Tests.Security;

/// <summary>Names without an account can be guessed without end; what that costs must have one.</summary>
public sealed class DecoyPasswordTests : IDisposable
{
    private static readonly TimeSpan Cost = TimeSpan.FromMilliseconds(120);

    private readonly FakeTimeProvider _clock = new();
    private readonly PasswordGate _gate = new();
    private readonly SlowHasher _hasher;
    private readonly DecoyPassword _decoy;

    public DecoyPasswordTests()
    {
        _hasher = new SlowHasher(_clock);
        _decoy = new DecoyPassword(_hasher, _gate, _clock);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _gate.Dispose();

    [Fact]
    public async Task Checks_InAFlood_WaitAsLongAsOneTakesInsteadOfMakingIt()
    {
        await _decoy.CheckAsync("guess", Cancelled);
        var others = Enumerable.Range(0, 200).Select(_ => _decoy.CheckAsync("guess", Cancelled)).ToList();

        _clock.Advance(Cost - TimeSpan.FromMilliseconds(1));
        Assert.DoesNotContain(others, static check => check.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await Task.WhenAll(others);
        Assert.Equal(1, _hasher.Made);
    }

    [Fact]
    public async Task Check_AfterAWhile_IsMadeAgain()
    {
        await _decoy.CheckAsync("guess", Cancelled);
        _clock.Advance(DecoyPassword.Between);
        await _decoy.CheckAsync("guess", Cancelled);

        Assert.Equal(2, _hasher.Made);
    }

    /// <summary>Each check takes its time from the clock of the test.</summary>
    private sealed class SlowHasher(FakeTimeProvider clock) : IPasswordHasher<UserRow>
    {
        public int Made { get; private set; }

        public string HashPassword(UserRow user, string password) => "hash";

        public PasswordVerificationResult VerifyHashedPassword(UserRow user, string hashedPassword, string providedPassword)
        {
            Made++;
            clock.Advance(Cost);
            return PasswordVerificationResult.Failed;
        }
    }
}
