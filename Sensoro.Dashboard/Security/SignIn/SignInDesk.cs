using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Security.SecondStep;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Storage.People;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>Where people sign in and out. Every refusal takes the same time and says the same, whatever was wrong.</summary>
internal sealed class SignInDesk(
    UserManager<UserRow> users,
    IUserClaimsPrincipalFactory<UserRow> principals,
    Roster roster,
    PasswordGate gate,
    SignInTries tries,
    DecoyPassword decoy,
    HalfWay halfWay,
    SessionBook book,
    AuditTrail trail,
    TimeProvider time,
    ILogger<SignInDesk> logger)
{
    public Task<SignInOutcome> TryAsync(HttpContext context, string name, string password, bool isKept) => tries.RunAsync(context, () => NameIfKnown(name), null, async () =>
    {
        UserRow? user;
        bool isRight;
        using (var turn = await gate.EnterAsync(context.RequestAborted))
        {
            if (turn is null)
            {
                return SignInOutcome.Busy;
            }

            user = await FindAsync(name, password);
            isRight = user is not null && await IsRightAsync(user, password);
        }

        if (user is null)
        {
            await decoy.CheckAsync(password.Length > PasswordRule.Longest ? "" : password, context.RequestAborted);
        }

        return user is not null && isRight ? await EnterAsync(context, user, isKept) : SignInOutcome.Wrong;
    });

    /// <summary>Takes somebody in whose password was right or was chosen just now: at once, or after the code that is asked for next.</summary>
    public async Task<SignInOutcome> EnterAsync(HttpContext context, UserRow user, bool isKept)
    {
        if (user.TwoFactorEnabled)
        {
            halfWay.Begin(context, user, isKept);
            return SignInOutcome.CodeNeeded;
        }

        await SignInAsync(context, user, isKept);
        return SignInOutcome.SignedIn;
    }

    /// <summary>Signs somebody in whose right to it was just shown.</summary>
    /// <param name="context">The request.</param>
    /// <param name="user">Who.</param>
    /// <param name="isKept">Whether the session outlives the browser.</param>
    /// <param name="notes">What else the trail is to say, such as how they came in.</param>
    public async Task SignInAsync(HttpContext context, UserRow user, bool isKept, params IReadOnlyList<AuditNote> notes)
    {
        var session = await book.BeginAsync(context, user, isKept);
        var principal = await principals.CreateAsync(user);
        (principal.Identity as ClaimsIdentity)?.AddClaim(new Claim(Roster.SessionClaim, session));
        await context.SignInAsync(IdentityConstants.ApplicationScheme, principal, new AuthenticationProperties { IsPersistent = isKept });
        roster.Reload();
        Log.SignedIn(logger, user.Id, ClientAddress.Of(context));
        var (id, stamp) = (user.Id, user.SecurityStamp ?? "");
        Acting.As(new Actor(id, user.UserName ?? "", () => roster.RoleOf(id, stamp, session)) { Address = Acting.Now?.Address });
        foreach (var note in notes)
        {
            trail.Append(note.Action, note.Target, note.Before, note.After);
        }

        trail.Append(AuditAction.SignIn, user.UserName ?? "");
    }

    public async Task SignOutAsync(HttpContext context)
    {
        if (Acting.Now is { UserId: not null, Name: var name })
        {
            trail.Append(AuditAction.SignOut, name);
        }

        await book.LeaveAsync(context.User);
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>What is typed in place of a name may be a password: only names that exist are written down.</summary>
    private string NameIfKnown(string name) =>
        roster.All.FirstOrDefault(user => string.Equals(user.Name, name, StringComparison.OrdinalIgnoreCase))?.Name ?? "an unknown name";

    /// <summary>The account that may be signed in to, if there is one.</summary>
    private async Task<UserRow?> FindAsync(string name, string password) =>
        name.Length <= UserNameRule.Longest && password.Length <= PasswordRule.Longest
        && await users.FindByNameAsync(name) is { IsActive: true } user && !await users.IsLockedOutAsync(user)
            ? user
            : null;

    private async Task<bool> IsRightAsync(UserRow user, string password)
    {
        if (!await users.CheckPasswordAsync(user, password))
        {
            await users.AccessFailedAsync(user);
            return false;
        }

        // With a second step nobody is in yet: a right password must not take back the wrong codes.
        if (!user.TwoFactorEnabled)
        {
            user.AccessFailedCount = 0;
            user.NoteSignIn(time.GetUtcNow());
            await users.UpdateAsync(user);
        }

        return true;
    }
}
