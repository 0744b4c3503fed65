using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.People;
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
    AddressPause addresses,
    DecoyPassword decoy,
    Refusals refusals,
    AuditTrail trail,
    TimeProvider time,
    ILogger<SignInDesk> logger)
{
    /// <summary>A refusal takes a whole number of these, so that what the database adds for a known name cannot be seen.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    public async Task<SignInOutcome> TryAsync(HttpContext context, string name, string password, bool isKept)
    {
        var (began, address) = (time.GetTimestamp(), ClientAddress.Of(context));
        if (!addresses.MayTry(address))
        {
            refusals.Pause(address);
            return SignInOutcome.Paused;
        }

        UserRow? user;
        using (var turn = await gate.EnterAsync(context.RequestAborted))
        {
            if (turn is null)
            {
                return SignInOutcome.Busy;
            }

            user = await CheckAsync(name, password);
        }

        if (user is null)
        {
            addresses.NoteWrong(address);
            refusals.SignIn(address, NameIfKnown(name));
            await WaitAsync(began, context.RequestAborted);
            return SignInOutcome.Wrong;
        }

        addresses.Forget(address);
        await SignInAsync(context, user, isKept);
        return SignInOutcome.SignedIn;
    }

    /// <summary>Signs somebody in whose right to it was just shown.</summary>
    public async Task SignInAsync(HttpContext context, UserRow user, bool isKept)
    {
        var principal = await principals.CreateAsync(user);
        await context.SignInAsync(IdentityConstants.ApplicationScheme, principal, new AuthenticationProperties { IsPersistent = isKept });
        roster.Reload();
        Log.SignedIn(logger, user.Id, ClientAddress.Of(context));
        trail.Append(AuditAction.SignIn, user.UserName ?? "");
    }

    public async Task SignOutAsync(HttpContext context)
    {
        if (Acting.Now is { UserId: not null, Name: var name })
        {
            trail.Append(AuditAction.SignOut, name);
        }

        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>What is typed in place of a name may be a password: only names that exist are written down.</summary>
    private string NameIfKnown(string name) =>
        roster.All.FirstOrDefault(user => string.Equals(user.Name, name, StringComparison.OrdinalIgnoreCase))?.Name ?? "an unknown name";

    private async Task<UserRow?> CheckAsync(string name, string password)
    {
        if (name.Length > UserNameRule.Longest || password.Length > PasswordRule.Longest
            || await users.FindByNameAsync(name) is not { } user || !user.IsActive || await users.IsLockedOutAsync(user))
        {
            decoy.Check(password.Length > PasswordRule.Longest ? "" : password);
            return null;
        }

        if (!await users.CheckPasswordAsync(user, password))
        {
            await users.AccessFailedAsync(user);
            return null;
        }

        user.AccessFailedCount = 0;
        user.NoteSignIn(time.GetUtcNow());
        await users.UpdateAsync(user);
        return user;
    }

    private Task WaitAsync(long began, CancellationToken cancellationToken)
    {
        var taken = time.GetElapsedTime(began);
        return Task.Delay(TimeSpan.FromTicks(Step.Ticks - (taken.Ticks % Step.Ticks)), time, cancellationToken);
    }
}
