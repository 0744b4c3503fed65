using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Storage.People;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Security.Passkeys;

/// <summary>Somebody's own passkeys: what their devices keep and unlock by a finger, a face or a PIN, in place of a password and a code.</summary>
internal sealed class OwnPasskeys(
    IPasskeyHandler<UserRow> handler, PasskeyStates states, AccountChanges changes, PasswordProof proof, AuditTrail trail, ILogger<OwnPasskeys> logger)
{
    public const int LongestName = 60;

    /// <summary>More than anybody has devices.</summary>
    public const int Most = 20;

    /// <summary>More than any browser sends.</summary>
    internal const int LongestAnswer = 32_768;

    public async Task<IReadOnlyList<PasskeySummary>> ListAsync()
    {
        Acting.Demand(Role.Viewer);
        return await changes.ReadAsync<IReadOnlyList<PasskeySummary>>(Acting.Now?.UserId ?? "", ListAsync) ?? [];
    }

    /// <summary>What the browser is to be asked to make a passkey; it is asked of whoever shows the password.</summary>
    /// <returns>The question for the browser; null after a fault.</returns>
    public async Task<(AccountFault Fault, string? Question)> AskAsync(HttpContext context, string password, string name)
    {
        string? question = null;
        var outcome = await OfOwnAsync(async (users, user) =>
        {
            if (!IsName(name))
            {
                return AccountFault.PasskeyNameWrong;
            }

            if ((await users.GetPasskeysAsync(user)).Count >= Most)
            {
                return AccountFault.TooManyPasskeys;
            }

            if (await proof.AskAsync(users, user, password, context.RequestAborted) is not AccountFault.None and var unproven)
            {
                return unproven;
            }

            await users.UpdateAsync(user);
            var options = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id, Name = user.UserName ?? "", DisplayName = user.UserName ?? "" }, context);
            states.Ask(context, user.Id, options.AttestationState ?? "");
            question = options.CreationOptionsJson;
            return AccountOutcome.Done(user);
        }, context.RequestAborted);
        return (outcome.Fault, question);
    }

    /// <summary>Keeps the passkey that a browser has made.</summary>
    public Task<AccountOutcome> AddAsync(HttpContext context, string answer, string name) => OfOwnAsync(async (users, user) =>
    {
        if (!IsName(name))
        {
            return AccountFault.PasskeyNameWrong;
        }

        if (states.Take(context, user.Id) is not { } expected || answer.Length > LongestAnswer)
        {
            return AccountFault.PasskeyRefused;
        }

        var made = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = context, CredentialJson = answer, AttestationState = expected });
        if (!made.Succeeded)
        {
            Log.PasskeyRefused(logger, made.Failure);
            return AccountFault.PasskeyRefused;
        }

        made.Passkey.Name = name;
        return (await users.AddOrUpdatePasskeyAsync(user, made.Passkey)).Succeeded ? Noted(user, AuditAction.PasskeyAdded, null, name) : AccountFault.Busy;
    }, context.RequestAborted);

    public Task<AccountOutcome> RenameAsync(string id, string name, CancellationToken cancellationToken) => OfOneAsync(id, async (users, user, passkey) =>
    {
        if (!IsName(name))
        {
            return AccountFault.PasskeyNameWrong;
        }

        var before = passkey.Name;
        passkey.Name = name;
        return (await users.AddOrUpdatePasskeyAsync(user, passkey)).Succeeded ? Noted(user, AuditAction.PasskeyRenamed, before, name) : AccountFault.Busy;
    }, cancellationToken);

    public Task<AccountOutcome> RemoveAsync(string id, CancellationToken cancellationToken) => OfOneAsync(id, async (users, user, passkey) =>
    {
        await PasskeyUses.ForgetAsync(users, user, passkey.CredentialId);
        return (await users.RemovePasskeyAsync(user, passkey.CredentialId)).Succeeded ? Noted(user, AuditAction.PasskeyRemoved, passkey.Name, null) : AccountFault.Busy;
    }, cancellationToken);

    private static async Task<IReadOnlyList<PasskeySummary>> ListAsync(UserManager<UserRow> users, UserRow user)
    {
        var found = new List<PasskeySummary>();
        foreach (var passkey in await users.GetPasskeysAsync(user))
        {
            found.Add(new PasskeySummary(Base64Url.EncodeToString(passkey.CredentialId), passkey.Name ?? "", passkey.CreatedAt, await PasskeyUses.LastAsync(users, user, passkey.CredentialId)));
        }

        return [.. found.OrderBy(static passkey => passkey.MadeAt)];
    }

    private static bool IsName(string name) => name.Length is > 0 and <= LongestName && !name.Any(char.IsControl);

    private AccountOutcome Noted(UserRow user, AuditAction action, string? before, string? after)
    {
        Log.OwnAccountChanged(logger, user.Id, action);
        trail.Append(action, user.UserName ?? "", before, after);
        return AccountOutcome.Done(user);
    }

    private Task<AccountOutcome> OfOneAsync(string id, Func<UserManager<UserRow>, UserRow, UserPasskeyInfo, Task<AccountOutcome>> change, CancellationToken cancellationToken) => OfOwnAsync(
        async (users, user) => Base64Url.IsValid(id) && await users.GetPasskeyAsync(user, Base64Url.DecodeFromChars(id)) is { } passkey
            ? await change(users, user, passkey)
            : AccountFault.PasskeyGone,
        cancellationToken);

    private Task<AccountOutcome> OfOwnAsync(Func<UserManager<UserRow>, UserRow, Task<AccountOutcome>> change, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Viewer);
        return changes.OfAsync(Acting.Now?.UserId ?? "", change, cancellationToken);
    }
}
