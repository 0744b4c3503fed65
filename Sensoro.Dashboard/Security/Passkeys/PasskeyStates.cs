using Microsoft.AspNetCore.DataProtection;
using Sensoro.Dashboard.Security.SignIn;

namespace Sensoro.Dashboard.Security.Passkeys;

/// <summary>Keeps in a cookie what was asked of a browser. A question is good for five minutes and for one answer.</summary>
internal sealed class PasskeyStates(IDataProtectionProvider protection, TimeProvider time)
{
    public const string Cookie = "sensoro-passkey";

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly SealedCookie<PasskeyState> _cookie = new(protection, Cookie, SecurityJson.Default.PasskeyState);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _answered = new(StringComparer.Ordinal);

    public void Ask(HttpContext context, string? userId, string expected) =>
        _cookie.Write(context, new PasskeyState(Guid.NewGuid().ToString("N"), userId, expected, time.GetUtcNow()), Lifetime);

    /// <summary>What was asked; null when that was too long ago, was answered already, or was asked of somebody else.</summary>
    public string? Take(HttpContext context, string? userId)
    {
        var state = _cookie.Read(context);
        _cookie.Clear(context);
        return state is not null && state.UserId == userId && time.GetUtcNow() - state.AskedAt < Lifetime && IsFirst(state) ? state.Expected : null;
    }

    private bool IsFirst(PasskeyState state)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            foreach (var (old, _) in _answered.Where(answered => now - answered.Value >= Lifetime).ToList())
            {
                _answered.Remove(old);
            }

            return _answered.TryAdd(state.Id, state.AskedAt);
        }
    }
}
