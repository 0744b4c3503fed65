using Microsoft.AspNetCore.DataProtection;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Security.SignIn;
using Sensoro.Dashboard.Storage.People;

namespace Sensoro.Dashboard.Security.SecondStep;

/// <summary>Remembers between two pages whose password was right. It lets nobody in by itself.</summary>
internal sealed class HalfWay(IDataProtectionProvider protection, Roster roster, TimeProvider time)
{
    public const string Cookie = "sensoro-half-way";

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly SealedCookie<HalfWayTicket> _cookie = new(protection, Cookie, SecurityJson.Default.HalfWayTicket);

    public void Begin(HttpContext context, UserRow user, bool isKept) =>
        _cookie.Write(context, new HalfWayTicket(user.Id, user.SecurityStamp ?? "", isKept, time.GetUtcNow()), Lifetime);

    /// <summary>Null for nobody, after five minutes, and once the sessions of the account were ended.</summary>
    public HalfWayTicket? Read(HttpContext context) =>
        _cookie.Read(context) is { } ticket && time.GetUtcNow() - ticket.IssuedAt < Lifetime
        && roster.Find(ticket.UserId) is { IsActive: true, HasSecondStep: true } user && string.Equals(user.Stamp, ticket.Stamp, StringComparison.Ordinal)
            ? ticket
            : null;

    public void End(HttpContext context) => _cookie.Clear(context);
}
