using System.Buffers.Text;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Sensoro.Dashboard.Storage.People;

namespace Sensoro.Dashboard.Security.Passkeys;

/// <summary>Remembers with an account when each of its passkeys was used last.</summary>
internal static class PasskeyUses
{
    private const string Provider = "Sensoro.Passkeys";

    public static async Task<DateTimeOffset?> LastAsync(UserManager<UserRow> users, UserRow user, byte[] credentialId) =>
        long.TryParse(await users.GetAuthenticationTokenAsync(user, Provider, NameOf(credentialId)), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null;

    public static Task<IdentityResult> NoteAsync(UserManager<UserRow> users, UserRow user, byte[] credentialId, DateTimeOffset at) =>
        users.SetAuthenticationTokenAsync(user, Provider, NameOf(credentialId), at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    public static Task<IdentityResult> ForgetAsync(UserManager<UserRow> users, UserRow user, byte[] credentialId) =>
        users.RemoveAuthenticationTokenAsync(user, Provider, NameOf(credentialId));

    private static string NameOf(byte[] credentialId) => Base64Url.EncodeToString(credentialId);
}
