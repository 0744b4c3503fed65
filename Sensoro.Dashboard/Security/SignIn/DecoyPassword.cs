using Microsoft.AspNetCore.Identity;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Diagnostics;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Storage.People;

namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>
/// Takes the time that the check of a real password takes, so that the time of an answer does not tell which names have an account.
/// </summary>
/// <remarks>
/// A real account costs at most five checks before its pause; names without one can be guessed without end. So only one of these checks
/// in a while is really made; the others wait as long as it took, which costs the pushes nothing.
/// </remarks>
internal sealed class DecoyPassword
{
    /// <summary>The duration that the others wait is not older than this.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(4);

    private readonly IPasswordHasher<UserRow> _hasher;
    private readonly PasswordGate _gate;
    private readonly TimeProvider _time;
    private readonly UserRow _nobody = new("nobody", Role.Viewer, DateTimeOffset.UnixEpoch);
    private readonly Lazy<string> _hash;
    private readonly FloodGate _real;

    /// <summary>Until one was made, about what one takes.</summary>
    private long _ticksTaken = TimeSpan.FromMilliseconds(120).Ticks;

    public DecoyPassword(IPasswordHasher<UserRow> hasher, PasswordGate gate, TimeProvider time)
    {
        (_hasher, _gate, _time) = (hasher, gate, time);
        _real = new FloodGate(time, 1, Between);
        _hash = new Lazy<string>(() => _hasher.HashPassword(_nobody, Guid.NewGuid().ToString()));
    }

    public async Task CheckAsync(string password, CancellationToken cancellationToken)
    {
        using var turn = _real.TryPass(out _) ? await _gate.EnterAsync(cancellationToken) : null;
        if (turn is null)
        {
            await Task.Delay(TimeSpan.FromTicks(Volatile.Read(ref _ticksTaken)), _time, cancellationToken);
            return;
        }

        var hash = _hash.Value;
        var began = _time.GetTimestamp();
        _hasher.VerifyHashedPassword(_nobody, hash, password);
        Volatile.Write(ref _ticksTaken, _time.GetElapsedTime(began).Ticks);
    }
}
