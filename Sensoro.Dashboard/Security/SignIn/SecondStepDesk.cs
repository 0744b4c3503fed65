using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Security.SecondStep;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>Where people whose password was right show the second step.</summary>
internal sealed class SecondStepDesk(SignInDesk desk, SignInTries tries, HalfWay halfWay, SecondStepCheck check, Roster roster, ILogger<SecondStepDesk> logger)
{
    /// <summary>Whether somebody's password was right a few minutes ago.</summary>
    public bool IsOpen(HttpContext context) => halfWay.Read(context) is not null;

    public Task<SignInOutcome> TryCodeAsync(HttpContext context, string code) => TryAsync(context, "code", async ticket =>
        (await check.TakeCodeAsync(ticket, code, context.RequestAborted), null));

    public Task<SignInOutcome> TryRecoveryCodeAsync(HttpContext context, string code) => TryAsync(context, "recovery code", async ticket =>
    {
        var (outcome, left) = await check.TakeRecoveryCodeAsync(ticket, code, context.RequestAborted);
        if (outcome.User is not { } user)
        {
            return (outcome, null);
        }

        Log.RecoveryCodeUsed(logger, user.Id, left);
        return (outcome, new AuditNote(AuditAction.RecoveryCodeUsed, user.UserName ?? "", null, $"{left} left"));
    });

    private async Task<SignInOutcome> TryAsync(HttpContext context, string means, Func<HalfWayTicket, Task<(AccountOutcome Outcome, AuditNote? Note)>> take)
    {
        if (halfWay.Read(context) is not { } ticket)
        {
            return SignInOutcome.Over;
        }

        return await tries.RunAsync(context, () => roster.Find(ticket.UserId)?.Name ?? "", means, async () =>
        {
            var (outcome, note) = await take(ticket);
            if (outcome.User is { } user)
            {
                halfWay.End(context);
                await desk.SignInAsync(context, user, ticket.IsKept, note is null ? [] : [note]);
                return SignInOutcome.SignedIn;
            }

            return outcome.Fault switch
            {
                AccountFault.Gone => SignInOutcome.Over,
                AccountFault.Busy => SignInOutcome.Busy,
                _ => SignInOutcome.Wrong,
            };
        });
    }
}
