using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Sensoro.Dashboard.Security.People;

namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>
/// Asks again and again whether the holder of an open page is still who may see it. A page reloads by itself when it hears of a change;
/// this empties the one that does not.
/// </summary>
internal sealed class CircuitIdentity(ILoggerFactory loggers, Roster roster, SessionBook book) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(15);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        var user = authenticationState.User;
        var isStill = LocalVisitor.Is(user) || (roster.Admit(user) is { } standing && user.IsInRole(standing.Role.ToString()));
        if (isStill)
        {
            // A page that stays open sends no requests, and is in use all the same.
            book.NoteUse(user);
        }

        return Task.FromResult(isStill);
    }
}
