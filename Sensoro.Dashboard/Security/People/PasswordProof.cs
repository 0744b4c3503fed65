using Microsoft.AspNetCore.Identity;
using Sensoro.Dashboard.Storage.People;

namespace Sensoro.Dashboard.Security.People;

/// <summary>Asks somebody who is signed in for the password once more, before what matters is changed. A wrong one counts as at the sign-in.</summary>
internal sealed class PasswordProof(PasswordGate gate)
{
    /// <returns><see cref="AccountFault.None"/> when the password is right; the caller saves the account.</returns>
    public async Task<AccountFault> AskAsync(UserManager<UserRow> users, UserRow user, string password, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        if (turn is null)
        {
            return AccountFault.Busy;
        }

        if (await users.IsLockedOutAsync(user))
        {
            return AccountFault.Paused;
        }

        if (password.Length > PasswordRule.Longest || !await users.CheckPasswordAsync(user, password))
        {
            await users.AccessFailedAsync(user);
            return AccountFault.PasswordWrong;
        }

        user.AccessFailedCount = 0;
        return AccountFault.None;
    }
}
