using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Sensoro.Dashboard.Security.SignIn;

/// <summary>Notes who is turned away from an address; the answer is the framework's.</summary>
internal sealed class RefusalRecorder(Refusals refusals) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _answer = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden)
        {
            refusals.Place(context.Request.Path);
        }
        else if (authorizeResult.Challenged && context.Request.Headers.Authorization.Count > 0)
        {
            refusals.Token(ClientAddress.Of(context));
        }

        return _answer.HandleAsync(next, context, policy, authorizeResult);
    }
}
