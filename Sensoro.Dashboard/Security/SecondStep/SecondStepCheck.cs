using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Storage.People;

namespace Sensoro.Dashboard.Security.SecondStep;

/// <summary>Takes the codes of people whose password was right. One is looked at at a time, so that none counts twice.</summary>
internal sealed class SecondStepCheck(AccountChanges changes, SecondStepStore store, TimeProvider time)
{
    /// <summary>Takes a code of the app.</summary>
    /// <param name="ticket">Who has shown a password.</param>
    /// <param name="code">As it was typed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<AccountOutcome> TakeCodeAsync(HalfWayTicket ticket, string code, CancellationToken cancellationToken) => TakeAsync(
        ticket,
        secrets => TimedCode.Match(secrets.Secret, code, time.GetUtcNow(), secrets.LastStep) is { } step ? secrets with { LastStep = step } : null,
        cancellationToken);

    /// <summary>Takes a recovery code, which is used up by it.</summary>
    /// <param name="ticket">Who has shown a password.</param>
    /// <param name="code">As it was typed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many are left, beside what came of it.</returns>
    public async Task<(AccountOutcome Outcome, int Left)> TakeRecoveryCodeAsync(HalfWayTicket ticket, string code, CancellationToken cancellationToken)
    {
        var left = 0;
        var hash = RecoveryCodes.HashOf(code);
        var outcome = await TakeAsync(ticket, secrets =>
        {
            IReadOnlyList<byte[]> others = [.. secrets.RecoveryHashes.Where(kept => !CryptographicOperations.FixedTimeEquals(kept, hash))];
            left = others.Count;
            return left < secrets.RecoveryHashes.Count ? secrets with { RecoveryHashes = others } : null;
        }, cancellationToken);
        return (outcome, left);
    }

    private Task<AccountOutcome> TakeAsync(HalfWayTicket ticket, Func<SecondStepSecrets, SecondStepSecrets?> take, CancellationToken cancellationToken) => changes.OfAsync(ticket.UserId, async (users, user) =>
    {
        if (!user.IsActive || !user.TwoFactorEnabled || user.SecurityStamp != ticket.Stamp)
        {
            return AccountFault.Gone;
        }

        if (await users.IsLockedOutAsync(user))
        {
            return AccountFault.Paused;
        }

        if (await store.ReadAsync(users, user) is not { } secrets || take(secrets) is not { } after)
        {
            await users.AccessFailedAsync(user);
            return AccountFault.CodeWrong;
        }

        user.AccessFailedCount = 0;
        user.NoteSignIn(time.GetUtcNow());
        return await store.WriteAsync(users, user, after) ? AccountOutcome.Done(user) : AccountFault.Busy;
    }, cancellationToken);
}
