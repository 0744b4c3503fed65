using System.Collections.Concurrent;
using System.Security.Claims;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Storage.People;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>
/// Begins and ends sessions, each of which is one browser in which somebody has signed in. Requests are checked against the roster in
/// memory; when a session was used last is written by the roster's worker, every few minutes at most.
/// </summary>
internal sealed class SessionBook(Sessions sessions, Roster roster, AuditTrail trail, TimeProvider time)
{
    /// <summary>How exactly it is known when a session was used last.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMinutes(5);

    private const int LongestDevice = 60;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _noted = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _unwritten = new(StringComparer.Ordinal);

    /// <summary>Begins a session; one that this browser had before ends.</summary>
    public async Task<string> BeginAsync(HttpContext context, UserRow user, bool isKept)
    {
        await LeaveAsync(context.User);
        var device = DeviceName.Of(context.Request.Headers.UserAgent.ToString()).ToString();
        var row = new SessionRow(Guid.NewGuid().ToString("N"), user.Id, time.GetUtcNow(), Acting.Now?.Address, device[..Math.Min(device.Length, LongestDevice)], isKept);
        _noted[row.Id] = row.MadeAt;
        await sessions.AddAsync(row, CancellationToken.None);
        return row.Id;
    }

    /// <summary>Ends the session of this browser, if it has one.</summary>
    public async Task LeaveAsync(ClaimsPrincipal user)
    {
        if (Roster.SessionOf(user) is { } id && user.FindFirstValue(ClaimTypes.NameIdentifier) is { } userId && await sessions.EndAsync(userId, id, CancellationToken.None))
        {
            roster.Reload();
        }
    }

    /// <summary>A session is used at this moment.</summary>
    public void NoteUse(ClaimsPrincipal user)
    {
        var now = time.GetUtcNow();
        if (Roster.SessionOf(user) is { } id && (!_noted.TryGetValue(id, out var before) || now - before >= Pace))
        {
            _noted[id] = now;
            _unwritten[id] = now;
        }
    }

    /// <summary>Writes down which sessions were used.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var used = _unwritten.ToArray();
        if (used.Length > 0)
        {
            await sessions.NoteSeenAsync(used, cancellationToken);
            Array.ForEach(used, written => _unwritten.TryRemove(written));
        }

        foreach (var (id, at) in _noted)
        {
            if (time.GetUtcNow() - at >= Pace && !roster.HasSession(id))
            {
                _noted.TryRemove(id, out _);
            }
        }
    }

    /// <summary>Ends one of the sessions of whoever acts; false when it is over already.</summary>
    public async Task<bool> EndAsync(string id, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Viewer);
        if (Acting.Now is not { UserId: { } userId, Name: var name }
            || (await sessions.ListAsync(userId, cancellationToken)).FirstOrDefault(session => session.Id == id) is not { } session
            || !await sessions.EndAsync(userId, id, cancellationToken))
        {
            return false;
        }

        roster.Reload();
        trail.Append(AuditAction.SessionEnded, name, $"{session.Device}, {session.Address}");
        return true;
    }

    /// <summary>Ends all sessions of whoever acts but the one they act in.</summary>
    public async Task EndOthersAsync(string? own, CancellationToken cancellationToken)
    {
        Acting.Demand(Role.Viewer);
        if (Acting.Now is { UserId: { } userId, Name: var name } && await sessions.EndAllAsync(userId, own, cancellationToken) is > 0 and var count)
        {
            roster.Reload();
            trail.Append(AuditAction.SessionsEnded, name, null, $"{count} others");
        }
    }
}
