using Microsoft.AspNetCore.Identity;
using Sensoro.Dashboard.Security.Passkeys;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Storage.People;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>
/// Where people sign in with a passkey. Their device has asked for a finger, a face or a PIN, so it counts as both steps. Wrong passwords
/// that somebody else tries do not keep the owner of a passkey out: it cannot be guessed.
/// </summary>
internal sealed class PasskeyDesk(IPasskeyHandler<UserRow> handler, PasskeyStates states, SignInDesk desk, SignInTries tries, AccountChanges changes, TimeProvider time, ILogger<PasskeyDesk> logger)
{
    /// <summary>What the browser of somebody who signs in is to be asked.</summary>
    public async Task<string> AskAsync(HttpContext context)
    {
        var options = await handler.MakeRequestOptionsAsync(null, context);
        states.Ask(context, null, options.AssertionState ?? "");
        return options.RequestOptionsJson;
    }

    public async Task<SignInOutcome> TryAsync(HttpContext context, string answer, bool isKept)
    {
        if (states.Take(context, null) is not { } expected)
        {
            return SignInOutcome.Over;
        }

        var name = "an unknown name";
        return await tries.RunAsync(context, () => name, "passkey", async () =>
        {
            var (user, passkey) = answer.Length > OwnPasskeys.LongestAnswer ? (null, null) : await CheckAsync(context, answer, expected);
            if (user is null || passkey is null)
            {
                return SignInOutcome.Wrong;
            }

            name = user.UserName ?? "";
            var outcome = await NoteAsync(user, passkey, context.RequestAborted);
            if (outcome.User is not { } known)
            {
                return outcome.Fault == AccountFault.Busy ? SignInOutcome.Busy : SignInOutcome.Wrong;
            }

            await desk.SignInAsync(context, known, isKept, new AuditNote(AuditAction.PasskeyUsed, name, null, passkey.Name));
            return SignInOutcome.SignedIn;
        });
    }

    private async Task<(UserRow? User, UserPasskeyInfo? Passkey)> CheckAsync(HttpContext context, string answer, string expected)
    {
        var shown = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = context, CredentialJson = answer, AssertionState = expected });
        if (shown.Succeeded)
        {
            return (shown.User, shown.Passkey);
        }

        Log.PasskeyRefused(logger, shown.Failure);
        return (null, null);
    }

    private Task<AccountOutcome> NoteAsync(UserRow owner, UserPasskeyInfo passkey, CancellationToken cancellationToken) => changes.OfAsync(owner.Id, async (users, user) =>
    {
        // It may have been removed, or its owner deactivated, since it was looked at.
        if (!user.IsActive || await users.GetPasskeyAsync(user, passkey.CredentialId) is null)
        {
            return AccountFault.Gone;
        }

        user.NoteSignIn(time.GetUtcNow());
        return (await users.AddOrUpdatePasskeyAsync(user, passkey)).Succeeded && (await PasskeyUses.NoteAsync(users, user, passkey.CredentialId, time.GetUtcNow())).Succeeded
            ? AccountOutcome.Done(user)
            : AccountFault.Busy;
    }, cancellationToken);
}
