using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.SignIn;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Storage.People;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Security.People;

/// <summary>
/// Makes the links by which people come in, and takes them. A link is shown once, to whoever made it; afterwards only the hash of its code
/// is known.
/// </summary>
internal sealed class InvitationDesk(Invitations invitations, UserAccounts accounts, AuditTrail trail, Refusals refusals, Roster roster, TimeProvider time, ILogger<InvitationDesk> logger) : IDisposable
{
    public const string Path = "/invitation";

    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);

    private const int CodeBytes = 16;

    private readonly SemaphoreSlim _uses = new(1);

    /// <summary>Makes a link for somebody new.</summary>
    /// <returns>Its code; null when too many are open.</returns>
    public Task<string?> InviteAsync(Role role, CancellationToken cancellationToken) => MakeAsync(role, null, cancellationToken);

    /// <summary>Makes a link by which somebody who has forgotten their password chooses another; whoever signs in at a provider has none.</summary>
    public Task<string?> OfferPasswordAsync(UserStanding user, CancellationToken cancellationToken) =>
        user.IsOfProvider ? Task.FromResult<string?>(null) : MakeAsync(user.Role, user.Id, cancellationToken);

    /// <summary>What the link is for; null when it does not count, which is written down.</summary>
    public async Task<Invitation?> FindAsync(string? code, CancellationToken cancellationToken)
    {
        var found = await invitations.FindAsync(HashOf(code), cancellationToken);
        if (found is null && !string.IsNullOrEmpty(code))
        {
            refusals.Link();
        }

        return found;
    }

    /// <summary>Does what the link is for. It is used up when that has worked, not before: a mistyped password costs nothing.</summary>
    public async Task<AccountOutcome> AcceptAsync(string? code, string name, string password, CancellationToken cancellationToken)
    {
        await _uses.WaitAsync(cancellationToken);
        try
        {
            if (await FindAsync(code, cancellationToken) is not { } invitation)
            {
                return AccountFault.Gone;
            }

            var outcome = invitation.UserId is { } id
                ? await accounts.ReplacePasswordAsync(id, password, cancellationToken)
                : await accounts.CreateInvitedAsync(name, password, invitation.Role, cancellationToken);
            if (outcome.Fault == AccountFault.None)
            {
                await invitations.RemoveAsync(invitation.Id, CancellationToken.None);
            }

            return outcome;
        }
        finally
        {
            _uses.Release();
        }
    }

    public void Dispose() => _uses.Dispose();

    private static byte[] HashOf(string? code) => SHA256.HashData(Encoding.UTF8.GetBytes(code ?? ""));

    private async Task<string?> MakeAsync(Role role, string? userId, CancellationToken cancellationToken)
    {
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(CodeBytes));
        var row = new InvitationRow(HashOf(code), role, userId, Acting.Now?.Name ?? "", time.GetUtcNow() + Lifetime);
        if (!await invitations.AddAsync(row, cancellationToken))
        {
            return null;
        }

        Log.Invited(logger, role, userId, Acting.Now?.UserId);
        trail.Append(AuditAction.Invitation, userId is null ? "somebody new" : roster.Find(userId)?.Name ?? "", null, userId is null ? $"{role}" : "may choose a new password");
        return code;
    }
}
