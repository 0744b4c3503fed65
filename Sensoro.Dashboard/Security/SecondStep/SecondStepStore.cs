using Microsoft.AspNetCore.Identity;
using Sensoro.Dashboard.Storage.People;

namespace Sensoro.Dashboard.Security.SecondStep;

/// <summary>Keeps a second step with its account. The account and what is kept are saved together or not at all.</summary>
internal sealed class SecondStepStore(SecondStepSeal seal)
{
    private const string Provider = "Sensoro";
    private const string Name = "second-step";

    public async Task<SecondStepSecrets?> ReadAsync(UserManager<UserRow> users, UserRow user) =>
        seal.Open(user.Id, await users.GetAuthenticationTokenAsync(user, Provider, Name));

    /// <summary>False when somebody else has changed the account meanwhile.</summary>
    public async Task<bool> WriteAsync(UserManager<UserRow> users, UserRow user, SecondStepSecrets secrets)
    {
        user.TwoFactorEnabled = true;
        return (await users.SetAuthenticationTokenAsync(user, Provider, Name, seal.Close(user.Id, secrets))).Succeeded;
    }

    /// <summary>False when somebody else has changed the account meanwhile.</summary>
    public static async Task<bool> RemoveAsync(UserManager<UserRow> users, UserRow user)
    {
        user.TwoFactorEnabled = false;
        return (await users.RemoveAuthenticationTokenAsync(user, Provider, Name)).Succeeded;
    }
}
