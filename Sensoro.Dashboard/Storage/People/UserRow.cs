using Microsoft.AspNetCore.Identity;
using Sensoro.Dashboard.Access;

namespace Sensoro.Dashboard.Storage.People;

/// <summary>Somebody with an account. Not derived from the log, so a rebuild leaves it alone.</summary>
public sealed class UserRow : IdentityUser
{
    private UserRow()
    {
    }

    public UserRow(string name, Role role, DateTimeOffset createdAt)
        : base(name) => (Role, CreatedAt, LockoutEnabled) = (role, createdAt, true);

    public Role Role { get; private set; }

    /// <summary>False for somebody who may not come in any more. Only such an account can be deleted.</summary>
    public bool IsActive { get; private set; } = true;

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? LastSignInAt { get; private set; }

    public void GiveRole(Role role) => Role = role;

    public void Deactivate() => IsActive = false;

    public void Reactivate() => IsActive = true;

    public void NoteSignIn(DateTimeOffset at) => LastSignInAt = at;
}
