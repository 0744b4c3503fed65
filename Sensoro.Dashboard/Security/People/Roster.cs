using System.Collections.Frozen;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Storage.People;

namespace Sensoro.Dashboard.Security.People;

/// <summary>
/// Everybody with an account, in memory: requests, circuits and commands ask here what somebody may do at this moment, and no request asks
/// the database. Changes made by this program show at once, those of another one within seconds.
/// </summary>
internal sealed class Roster(UserQueries users, IOptions<IdentityOptions> identity)
{
    private readonly Lock _gate = new();
    private volatile FrozenDictionary<string, UserStanding> _byId = FrozenDictionary<string, UserStanding>.Empty;

    /// <summary>Somebody's role, activity or stamp has changed. Listeners must be quick.</summary>
    public event Action? Changed;

    /// <summary>Nobody has an account yet: the program waits for its first administrator.</summary>
    public bool IsEmpty => _byId.Count == 0;

    public IReadOnlyList<UserStanding> All => [.. _byId.Values.OrderBy(static user => user.Name, StringComparer.CurrentCultureIgnoreCase)];

    public UserStanding? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Whom a cookie stands for; null when it counts no more.</summary>
    public UserStanding? Admit(ClaimsPrincipal? principal) =>
        principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && principal.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType) is { } stamp
            ? Admit(id, stamp)
            : null;

    /// <summary>What the holder of such a cookie may do now; null for nothing.</summary>
    public Role? RoleOf(string id, string stamp) => Admit(id, stamp)?.Role;

    /// <summary>Reads everybody anew.</summary>
    public void Reload()
    {
        bool hasChanged;
        lock (_gate)
        {
            var now = users.List().ToFrozenDictionary(static user => user.Id, StringComparer.Ordinal);
            hasChanged = now.Count != _byId.Count || now.Values.Any(user => _byId.GetValueOrDefault(user.Id) != user);
            _byId = now;
        }

        if (hasChanged)
        {
            Changed?.Invoke();
        }
    }

    private UserStanding? Admit(string id, string stamp) =>
        _byId.GetValueOrDefault(id) is { IsActive: true } user && string.Equals(user.Stamp, stamp, StringComparison.Ordinal) ? user : null;
}
