using Sensoro.Dashboard.Access;

namespace Sensoro.Dashboard.Storage.People;

/// <summary>What decides whether somebody may do something, and what the list of users shows. No secret is in it.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">What they sign in with.</param>
/// <param name="Role">What they may do.</param>
/// <param name="IsActive">Whether they may come in at all.</param>
/// <param name="Stamp">Changes when their sessions end: a cookie with another one counts no more.</param>
/// <param name="CreatedAt">When the account was made.</param>
/// <param name="LastSignInAt">When they signed in last; null for never.</param>
/// <param name="LockedUntil">Until when wrong passwords keep them out; null for not.</param>
/// <param name="HasSecondStep">Whether a code is asked for after the password.</param>
public sealed record UserStanding(
    string Id, string Name, Role Role, bool IsActive, string Stamp, DateTimeOffset CreatedAt, DateTimeOffset? LastSignInAt, DateTimeOffset? LockedUntil, bool HasSecondStep)
{
    /// <summary>They sign in at a provider and have no password here.</summary>
    public bool IsOfProvider { get; init; }
}
