using Sensoro.Dashboard.Access;

namespace Sensoro.Dashboard.Storage.People;

/// <summary>A link that was given to somebody and not used yet.</summary>
/// <param name="Id">Grows with every invitation.</param>
/// <param name="Role">Of the account that is made.</param>
/// <param name="UserId">The account whose password is chosen anew; null for a new account.</param>
/// <param name="InvitedBy">Who made the link.</param>
/// <param name="ExpiresAt">When it ends.</param>
public sealed record Invitation(long Id, Role Role, string? UserId, string InvitedBy, DateTimeOffset ExpiresAt);
