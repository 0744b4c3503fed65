using Microsoft.AspNetCore.Identity;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Storage.People;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Security.OpenId;

/// <summary>
/// Accounts of people who sign in at the provider. They are made at the first sign-in and known by issuer and subject; the role follows
/// the groups at each one. An account that was made here is nobody's but its holder's, whatever a provider calls people.
/// </summary>
internal sealed class OpenIdAccounts(AccountChanges changes, AuditTrail trail, TimeProvider time, ILogger<OpenIdAccounts> logger)
{
    /// <summary>The account of somebody who has just shown who they are; null with the reason when they stay out.</summary>
    public Task<(OpenIdOutcome Outcome, UserRow? User)> AdmitAsync(OpenIdPerson person, CancellationToken cancellationToken) => changes.InTurnAsync<(OpenIdOutcome, UserRow?)>(async services =>
    {
        var users = services.GetRequiredService<UserManager<UserRow>>();
        var known = await users.FindByLoginAsync(person.Issuer, person.Subject);
        if (person.Role is not { } role)
        {
            return (await RefuseAsync(users, known, person), null);
        }

        if (known is null)
        {
            return await MakeAsync(services, users, person, role);
        }

        if (!known.IsActive)
        {
            trail.Append(AuditAction.SignInRefused, known.UserName ?? "", null, "deactivated");
            return (OpenIdOutcome.Deactivated, null);
        }

        await RefreshAsync(users, known, role);
        return (OpenIdOutcome.SignedIn, known);
    }, cancellationToken);

    /// <summary>Whoever has lost the last group loses the sessions that are still open, too.</summary>
    private async Task<OpenIdOutcome> RefuseAsync(UserManager<UserRow> users, UserRow? known, OpenIdPerson person)
    {
        if (known is not null)
        {
            await users.UpdateSecurityStampAsync(known);
        }

        trail.Append(AuditAction.SignInRefused, known?.UserName ?? (UserNameRule.Check(person.Name) == AccountFault.None ? person.Name : "an unknown name"), null, "no group gives a role");
        return OpenIdOutcome.NoRole;
    }

    private async Task<(OpenIdOutcome Outcome, UserRow? User)> MakeAsync(IServiceProvider services, UserManager<UserRow> users, OpenIdPerson person, Role role)
    {
        if (UserNameRule.Check(person.Name) != AccountFault.None)
        {
            return (OpenIdOutcome.NameWrong, null);
        }

        if (await users.FindByNameAsync(person.Name) is not null)
        {
            trail.Append(AuditAction.SignInRefused, person.Name, null, "the name is taken");
            return (OpenIdOutcome.NameTaken, null);
        }

        // The login goes with the account in one transaction: without it, nobody could ever come into the account.
        var user = new UserRow(person.Name, role, time.GetUtcNow());
        user.NoteSignIn(time.GetUtcNow());
        await ((IUserLoginStore<UserRow>)services.GetRequiredService<IUserStore<UserRow>>()).AddLoginAsync(user, new UserLoginInfo(person.Issuer, person.Subject, person.Issuer), CancellationToken.None);
        if (!(await users.CreateAsync(user)).Succeeded)
        {
            return (OpenIdOutcome.NameTaken, null);
        }

        Log.UserMade(logger, user.Id, role);
        trail.Append(AuditAction.UserAdded, person.Name, null, $"{role}, by {person.Issuer}");
        return (OpenIdOutcome.SignedIn, user);
    }

    private async Task RefreshAsync(UserManager<UserRow> users, UserRow user, Role role)
    {
        var before = user.Role;
        user.GiveRole(role);
        user.NoteSignIn(time.GetUtcNow());
        await users.UpdateAsync(user);
        if (before != role)
        {
            trail.Append(AuditAction.RoleChange, user.UserName ?? "", $"{before}", $"{role}, by the groups");
        }
    }
}
