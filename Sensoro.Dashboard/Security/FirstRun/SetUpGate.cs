using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Security.OpenId;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Security.SignIn;

namespace Sensoro.Dashboard.Security.FirstRun;

/// <summary>Until there is a user, people are led to the set-up page, or to the provider that is the only way in, and programs are refused.</summary>
internal static class SetUpGate
{
    public static Task FollowAsync(HttpContext context, RequestDelegate next)
    {
        var services = context.RequestServices;
        if (!services.GetRequiredService<Roster>().IsEmpty || IsOpen(context) || services.GetRequiredService<IOptions<OpenIdOptions>>().Value.IsOnlyWay || BringsToken(context.Request) || services.GetRequiredService<LocalVisitor>().Admits(context))
        {
            return next(context);
        }

        if (SignInAddress.IsForPeople(context.Request))
        {
            context.Response.Redirect(SignInAddress.SetUp);
            return Task.CompletedTask;
        }

        return TypedResults.Problem("The program has no user yet: open the link that it has printed on its console.", statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(context);
    }

    /// <summary>Whoever has configured a token owns the machine; whether it is one of theirs is judged as on any other day.</summary>
    private static bool BringsToken(HttpRequest request) => request.Headers.Authorization.Count > 0;

    /// <summary>What is for everybody, sign-in apart: nobody could.</summary>
    private static bool IsOpen(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null && !context.Request.Path.StartsWithSegments(SignInAddress.Account, StringComparison.OrdinalIgnoreCase);
}
