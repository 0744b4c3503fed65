using System.Security.Claims;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Security.Tokens;

namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>Says for the rest of a request who acts, and cuts what stays open longer than its holder may stay.</summary>
internal static class PeopleGate
{
    /// <summary>A page that hears of the change leaves by itself before that.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private static readonly PathString[] LongLived = ["/_blazor", "/hubs"];

    public static async Task FollowAsync(HttpContext context, RequestDelegate next)
    {
        var services = context.RequestServices;
        if (context.User.Identity is not { IsAuthenticated: true } && !context.Request.Headers.ContainsKey("Authorization") && services.GetRequiredService<LocalVisitor>().Admits(context))
        {
            context.User = LocalVisitor.Principal;
        }

        var actor = ActorOf(context.User, context.Connection.RemoteIpAddress?.ToString(), services.GetRequiredService<Roster>());
        Acting.As(actor);
        using var watch = Array.Exists(LongLived, path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)) ? WatchOver(context, actor) : null;
        await next(context);
    }

    /// <summary>Null for those whose stay has no end: tokens of the configuration and visitors of the demo.</summary>
    private static IDisposable? WatchOver(HttpContext context, Actor actor)
    {
        var (services, time) = (context.RequestServices, context.RequestServices.GetRequiredService<TimeProvider>());
        return actor.UserId is not null ? new RoleWatch(services.GetRequiredService<Roster>(), actor, time, Grace, context.Abort)
            : TokenClaim.IdOf(context.User) is { } token ? new TokenWatch(services.GetRequiredService<TokenRoster>(), token, time, context.Abort)
            : null;
    }

    private static Actor ActorOf(ClaimsPrincipal user, string? address, Roster roster) =>
        roster.Admit(user) is { } standing && Roster.SessionOf(user) is { } session
            ? new Actor(standing.Id, standing.Name, () => roster.RoleOf(standing.Id, standing.Stamp, session)) { Address = address }
        : LocalVisitor.Is(user) ? LocalVisitor.Actor
        : user.Identity is { IsAuthenticated: true, Name: { } name } && user.Identity.AuthenticationType == Schemes.Token ? Actor.Reader(name, address)
        : Actor.Nobody(address);
}
