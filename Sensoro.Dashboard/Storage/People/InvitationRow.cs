using Sensoro.Dashboard.Access;

namespace Sensoro.Dashboard.Storage.People;

/// <summary>A link that lets somebody make an account, or choose a new password for theirs. Only the hash of its code is kept.</summary>
public sealed class InvitationRow
{
    private InvitationRow()
    {
    }

    public InvitationRow(byte[] codeHash, Role role, string? userId, string invitedBy, DateTimeOffset expiresAt) =>
        (CodeHash, Role, UserId, InvitedBy, ExpiresAt) = (codeHash, role, userId, invitedBy, expiresAt);

    public long Id { get; private set; }

    public byte[] CodeHash { get; private set; } = [];

    /// <summary>Of the account that is made.</summary>
    public Role Role { get; private set; }

    /// <summary>The account whose password is chosen anew; null for a new account.</summary>
    public string? UserId { get; private set; }

    public string InvitedBy { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private set; }
}
