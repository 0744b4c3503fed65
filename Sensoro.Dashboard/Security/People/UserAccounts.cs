using Microsoft.AspNetCore.Identity;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.SecondStep;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Storage.People;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Security.People;

/// <summary>Makes accounts and changes them.</summary>
internal sealed class UserAccounts(
    AccountChanges changes, Sessions sessions, Invitations invitations, Roster roster, PasswordGate gate, PasswordProof proof, AuditTrail trail, TimeProvider time, ILogger<UserAccounts> logger)
{
    /// <summary>Makes the first account; refused as soon as there is one.</summary>
    /// <param name="name">Of the user.</param>
    /// <param name="password">As it was chosen.</param>
    /// <param name="comesIn">Whether whoever makes it is signed in with it at once.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<AccountOutcome> CreateFirstAsync(string name, string password, bool comesIn, CancellationToken cancellationToken) => changes.RunAsync(
        users => !roster.IsEmpty ? Task.FromResult<AccountOutcome>(AccountFault.Gone) : CreateAsync(users, name, password, Role.Administrator, comesIn, cancellationToken), cancellationToken);

    /// <summary>Makes an account for somebody who was invited and is signed in with it at once; the caller has the invitation.</summary>
    public Task<AccountOutcome> CreateInvitedAsync(string name, string password, Role role, CancellationToken cancellationToken) =>
        changes.RunAsync(users => CreateAsync(users, name, password, role, comesIn: true, cancellationToken), cancellationToken);

    /// <summary>Gives an account a new password for somebody who has a link for that. All sessions end.</summary>
    public Task<AccountOutcome> ReplacePasswordAsync(string id, string password, CancellationToken cancellationToken) => changes.OfAsync(id, async (users, user) =>
    {
        if (PasswordRule.Check(password, user.UserName ?? "") is not PasswordFault.None and var fault)
        {
            return fault;
        }

        using var turn = await gate.EnterAsync(cancellationToken);
        if (turn is null)
        {
            return AccountFault.Busy;
        }

        (user.AccessFailedCount, user.LockoutEnd) = (0, null);
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        await EndSessionsAsync(users, user);
        Log.PasswordReplaced(logger, user.Id);
        trail.Append(AuditAction.PasswordChange, user.UserName ?? "", null, "by a link");
        return AccountOutcome.Done(user);
    }, cancellationToken);

    /// <summary>Changes one's own password. All other sessions end.</summary>
    public Task<AccountOutcome> ChangePasswordAsync(string id, string current, string password, CancellationToken cancellationToken) => changes.OfAsync(id, async (users, user) =>
    {
        if (PasswordRule.Check(password, user.UserName ?? "") is not PasswordFault.None and var fault)
        {
            return fault;
        }

        if (await proof.AskAsync(users, user, current, cancellationToken) is not AccountFault.None and var unproven)
        {
            return unproven;
        }

        using var turn = await gate.EnterAsync(cancellationToken);
        if (turn is null)
        {
            return AccountFault.Busy;
        }

        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        await EndSessionsAsync(users, user);
        Log.PasswordChanged(logger, user.Id);
        trail.Append(AuditAction.PasswordChange, user.UserName ?? "");
        return AccountOutcome.Done(user);
    }, cancellationToken);

    public Task<AccountOutcome> GiveRoleAsync(string id, Role role, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Administrator);
        return roster.Find(id) is { IsOfProvider: true }
            ? Task.FromResult<AccountOutcome>(AccountFault.RoleOfGroups)
            : AdministerAsync(id, user => role == Role.Administrator || !IsLastAdministrator(user), user => user.GiveRole(role), AuditAction.RoleChange, cancellationToken);
    }

    /// <summary>Keeps somebody out, at once: their sessions end, here and wherever the database is read.</summary>
    public Task<AccountOutcome> DeactivateAsync(string id, CancellationToken cancellationToken) => AdministerAsync(
        id, user => !IsLastAdministrator(user), static user => user.Deactivate(), AuditAction.Deactivation, cancellationToken, endsSessions: true);

    public Task<AccountOutcome> ReactivateAsync(string id, CancellationToken cancellationToken) => AdministerAsync(
        id, static _ => true, static user => user.Reactivate(), AuditAction.Reactivation, cancellationToken);

    /// <summary>
    /// Deletes a deactivated account with all that is kept of it: password, second step, passkeys, sessions, links. The trail keeps what
    /// was done under its name; the name itself is free again.
    /// </summary>
    public Task<AccountOutcome> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Administrator);
        return changes.OfAsync(id, async (users, user) =>
        {
            if (user.IsActive)
            {
                return AccountFault.StillActive;
            }

            // The account goes last: cut off in between, it is still there to be deleted.
            await sessions.EndAllAsync(user.Id, but: null, CancellationToken.None);
            await invitations.WithdrawOfAsync(user.Id, CancellationToken.None);
            if (!(await users.DeleteAsync(user)).Succeeded)
            {
                return AccountFault.Busy;
            }

            Log.UserChanged(logger, user.Id, AuditAction.UserDeleted, Acting.Now?.UserId);
            trail.Append(AuditAction.UserDeleted, user.UserName ?? "", Words(user));
            return AccountOutcome.Done(user);
        }, cancellationToken);
    }

    /// <summary>Signs somebody out everywhere.</summary>
    public Task<AccountOutcome> EndSessionsAsync(string id, CancellationToken cancellationToken) => AdministerAsync(
        id, static _ => true, static _ => { }, AuditAction.SessionsEnded, cancellationToken, endsSessions: true);

    /// <summary>Takes the second step off somebody else who has lost it: the password alone lets them in again.</summary>
    public Task<AccountOutcome> RemoveSecondStepAsync(string id, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Administrator);
        return changes.OfAsync(id, async (users, user) =>
        {
            if (!user.TwoFactorEnabled || user.Id == Acting.Now?.UserId)
            {
                return user.TwoFactorEnabled ? AccountFault.OwnAccount : AccountFault.SecondStepOff;
            }

            if (!await SecondStepStore.RemoveAsync(users, user))
            {
                return AccountFault.Busy;
            }

            Log.UserChanged(logger, user.Id, AuditAction.SecondStepRemoved, Acting.Now?.UserId);
            trail.Append(AuditAction.SecondStepRemoved, user.UserName ?? "");
            return AccountOutcome.Done(user);
        }, cancellationToken);
    }

    private bool IsLastAdministrator(UserRow user) =>
        user is { Role: Role.Administrator, IsActive: true } && !roster.All.Any(other => other.Id != user.Id && other is { Role: Role.Administrator, IsActive: true });

    private Task<AccountOutcome> AdministerAsync(
        string id, Func<UserRow, bool> isAllowed, Action<UserRow> change, AuditAction action, CancellationToken cancellationToken, bool endsSessions = false)
    {
        Acting.Demand(Role.Administrator);
        return changes.OfAsync(id, async (users, user) =>
        {
            // Another program may have changed somebody since.
            roster.Reload();
            if (!isAllowed(user))
            {
                return AccountFault.LastAdministrator;
            }

            var before = Words(user);
            change(user);
            await (endsSessions ? EndSessionsAsync(users, user) : users.UpdateAsync(user));
            Log.UserChanged(logger, user.Id, action, Acting.Now?.UserId);
            trail.Append(action, user.UserName ?? "", before, Words(user));
            return AccountOutcome.Done(user);
        }, cancellationToken);
    }

    private async Task EndSessionsAsync(UserManager<UserRow> users, UserRow user)
    {
        await users.UpdateSecurityStampAsync(user);
        await sessions.EndAllAsync(user.Id, but: null, CancellationToken.None);
    }

    private static string Words(UserRow user) => user.IsActive ? $"{user.Role}" : $"{user.Role}, deactivated";

    private async Task<AccountOutcome> CreateAsync(UserManager<UserRow> users, string name, string password, Role role, bool comesIn, CancellationToken cancellationToken)
    {
        if (UserNameRule.Check(name) is not AccountFault.None and var wrong)
        {
            return wrong;
        }

        if (PasswordRule.Check(password, name) is not PasswordFault.None and var fault)
        {
            return fault;
        }

        if (await users.FindByNameAsync(name) is not null)
        {
            return AccountFault.NameTaken;
        }

        using var turn = await gate.EnterAsync(cancellationToken);
        if (turn is null)
        {
            return AccountFault.Busy;
        }

        var user = new UserRow(name, role, time.GetUtcNow());
        if (comesIn)
        {
            user.NoteSignIn(user.CreatedAt);
        }

        if (!(await users.CreateAsync(user, password)).Succeeded)
        {
            return AccountFault.NameTaken;
        }

        Log.UserMade(logger, user.Id, role);
        trail.Append(AuditAction.UserAdded, name, null, Words(user));
        return AccountOutcome.Done(user);
    }
}
