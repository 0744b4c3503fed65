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
    /// <summary>What a cookie says of its session.</summary>
    public const string SessionClaim = "session";

    private readonly Lock _gate = new();
    private volatile FrozenDictionary<string, UserStanding> _byId = FrozenDictionary<string, UserStanding>.Empty;

    /// <summary>Whose each session is.</summary>
    private volatile IReadOnlyDictionary<string, string> _sessions = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Somebody's role, activity or stamp has changed, or a session has ended. Listeners must be quick.</summary>
    public event Action? Changed;

    /// <summary>Nobody has an account yet: the program waits for its first administrator.</summary>
    public bool IsEmpty => _byId.Count == 0;

    public IReadOnlyList<UserStanding> All => [.. _byId.Values.OrderBy(static user => user.Name, StringComparer.CurrentCultureIgnoreCase)];

    public UserStanding? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The session that a cookie is of.</summary>
    public static string? SessionOf(ClaimsPrincipal? principal) => principal?.FindFirstValue(SessionClaim);

    public bool HasSession(string session) => _sessions.ContainsKey(session);

    /// <summary>Whom a cookie stands for; null when it counts no more.</summary>
    public UserStanding? Admit(ClaimsPrincipal? principal) =>
        principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && principal.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType) is { } stamp && SessionOf(principal) is { } session
            ? Admit(id, stamp, session)
            : null;

    /// <summary>What the holder of such a cookie may do now; null for nothing.</summary>
    public Role? RoleOf(string id, string stamp, string session) => Admit(id, stamp, session)?.Role;

    /// <summary>Reads everybody anew.</summary>
    public void Reload()
    {
        bool hasChanged;
        lock (_gate)
        {
            var now = users.List().ToFrozenDictionary(static user => user.Id, StringComparer.Ordinal);
            var sessions = users.Sessions();
            hasChanged = now.Count != _byId.Count || now.Values.Any(user => _byId.GetValueOrDefault(user.Id) != user) || _sessions.Keys.Any(session => !sessions.ContainsKey(session));
            (_byId, _sessions) = (now, sessions);
        }

        if (hasChanged)
        {
            Changed?.Invoke();
        }
    }

    private UserStanding? Admit(string id, string stamp, string session) =>
        _byId.GetValueOrDefault(id) is { IsActive: true } user && string.Equals(user.Stamp, stamp, StringComparison.Ordinal)
        && _sessions.TryGetValue(session, out var owner) && string.Equals(owner, id, StringComparison.Ordinal)
            ? user
            : null;
}
