using Microsoft.AspNetCore.DataProtection;
using Sensoro.Dashboard.Security.People;

namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>
/// Carries what came of a try from the form to the page that says it. So a refusal is a redirect: whoever guesses passwords by the
/// thousand never has a page drawn, and to load the page again does not repeat the try.
/// </summary>
internal sealed class LastTry(IDataProtectionProvider protection)
{
    public const string Cookie = "sensoro-last-try";

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly SealedCookie<LastTryTicket> _cookie = new(protection, Cookie, SecurityJson.Default.LastTryTicket);

    public void Note(HttpContext context, SignInOutcome outcome, bool isPasskey, string name, bool isKept) =>
        _cookie.Write(context, new LastTryTicket(outcome, isPasskey, name.Length <= UserNameRule.Longest ? name : "", isKept), Lifetime);

    /// <summary>What is to be said, once; null when there was no try just now.</summary>
    public LastTryTicket? Take(HttpContext context)
    {
        var ticket = _cookie.Read(context);
        if (ticket is not null)
        {
            _cookie.Clear(context);
        }

        return ticket;
    }
}
