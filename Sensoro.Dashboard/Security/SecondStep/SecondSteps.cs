using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Storage.People;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Security.SecondStep;

/// <summary>Somebody's own second step: a code from an app on their phone that is asked for after the password.</summary>
internal sealed class SecondSteps(AccountChanges changes, PasswordProof proof, SecondStepStore store, SecondStepSeal seal, AuditTrail trail, TimeProvider time, ILogger<SecondSteps> logger)
{
    private const string Issuer = "Sensoro Dashboard";

    /// <summary>Letters of a name that still fit into a code that can be read from a screen.</summary>
    private const int LongestLabel = 90;

    /// <summary>A new secret for somebody who has not switched the step on yet.</summary>
    public SecondStepOffer Offer(UserStanding user)
    {
        var secret = RandomNumberGenerator.GetBytes(TimedCode.SecretBytes);
        return OfferOf(user, secret, seal.CloseOffer(user.Id, secret));
    }

    /// <summary>The same secret once more, after a mistake; another one for what was not offered.</summary>
    public SecondStepOffer OfferAgain(UserStanding user, string? closed) =>
        closed is not null && seal.OpenOffer(user.Id, closed) is { } secret ? OfferOf(user, secret, closed) : Offer(user);

    /// <summary>How many recovery codes are left; null when there is no second step.</summary>
    public Task<int?> CodesLeftAsync(string userId) => changes.ReadAsync<int?>(
        userId, async (users, user) => user.TwoFactorEnabled ? (await store.ReadAsync(users, user))?.RecoveryHashes.Count ?? 0 : null);

    /// <summary>Switches the step on for whoever shows the password and the app's first code.</summary>
    /// <returns>The recovery codes, once; none after a fault.</returns>
    public Task<(AccountOutcome Outcome, IReadOnlyList<string> Codes)> SwitchOnAsync(string? offer, string password, string code, CancellationToken cancellationToken) => OfOwnAsync(async (users, user, codes) =>
    {
        if (user.TwoFactorEnabled)
        {
            return AccountFault.SecondStepOn;
        }

        if (await proof.AskAsync(users, user, password, cancellationToken) is not AccountFault.None and var unproven)
        {
            return unproven;
        }

        if (seal.OpenOffer(user.Id, offer) is not { } secret || TimedCode.Match(secret, code, time.GetUtcNow(), lastStep: 0) is not { } step)
        {
            return AccountFault.CodeWrong;
        }

        return await WriteAsync(users, user, new SecondStepSecrets(secret, step, Hashes(codes)), AuditAction.SecondStepOn);
    }, cancellationToken);

    /// <summary>Makes new recovery codes; the old ones count no more.</summary>
    public Task<(AccountOutcome Outcome, IReadOnlyList<string> Codes)> RenewCodesAsync(string password, CancellationToken cancellationToken) => OfOwnAsync(async (users, user, codes) =>
    {
        if (await store.ReadAsync(users, user) is not { } secrets || !user.TwoFactorEnabled)
        {
            return AccountFault.SecondStepOff;
        }

        return await proof.AskAsync(users, user, password, cancellationToken) is not AccountFault.None and var unproven
            ? unproven
            : await WriteAsync(users, user, secrets with { RecoveryHashes = Hashes(codes) }, AuditAction.RecoveryCodesMade);
    }, cancellationToken);

    public async Task<AccountOutcome> SwitchOffAsync(string password, CancellationToken cancellationToken) => (await OfOwnAsync(async (users, user, _) =>
    {
        if (!user.TwoFactorEnabled)
        {
            return AccountFault.SecondStepOff;
        }

        if (await proof.AskAsync(users, user, password, cancellationToken) is not AccountFault.None and var unproven)
        {
            return unproven;
        }

        return await SecondStepStore.RemoveAsync(users, user) ? Noted(user, AuditAction.SecondStepOff) : AccountFault.Busy;
    }, cancellationToken)).Outcome;

    private static IReadOnlyList<byte[]> Hashes(IReadOnlyList<string> codes) => [.. codes.Select(RecoveryCodes.HashOf)];

    private static SecondStepOffer OfferOf(UserStanding user, byte[] secret, string closed)
    {
        var key = Base32.Encode(secret);
        var label = Uri.EscapeDataString(user.Name);
        var issuer = Uri.EscapeDataString(Issuer);
        return new SecondStepOffer(closed, key, $"otpauth://totp/{issuer}:{(label.Length > LongestLabel ? "account" : label)}?secret={key}&issuer={issuer}");
    }

    private async Task<AccountOutcome> WriteAsync(UserManager<UserRow> users, UserRow user, SecondStepSecrets secrets, AuditAction action) =>
        await store.WriteAsync(users, user, secrets) ? Noted(user, action) : AccountFault.Busy;

    private AccountOutcome Noted(UserRow user, AuditAction action)
    {
        Log.OwnAccountChanged(logger, user.Id, action);
        trail.Append(action, user.UserName ?? "");
        return AccountOutcome.Done(user);
    }

    private async Task<(AccountOutcome Outcome, IReadOnlyList<string> Codes)> OfOwnAsync(
        Func<UserManager<UserRow>, UserRow, IReadOnlyList<string>, Task<AccountOutcome>> change, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Viewer);
        var codes = RecoveryCodes.Make();
        var outcome = await changes.OfAsync(Acting.Now?.UserId ?? "", (users, user) => change(users, user, codes), cancellationToken);
        return (outcome, outcome.Fault == AccountFault.None ? codes : []);
    }
}
