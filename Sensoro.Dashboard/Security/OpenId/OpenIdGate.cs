using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Security.FirstRun;
using Sensoro.Dashboard.Security.People;
using Sensoro.Dashboard.Security.SignIn;

namespace Sensoro.Dashboard.Security.OpenId;

/// <summary>
/// Where the provider is the only way in, every other one is closed: whatever lets a stranger in by an account of this program, now or
/// in future, lies below these addresses.
/// </summary>
internal static class OpenIdGate
{
    private static readonly PathString[] WaysIn = [SignInAddress.Account, SignInAddress.SetUp, InvitationDesk.Path];

    private static readonly PathString[] Open = [OpenIdAddress.SignIn, OpenIdAddress.SignedOut, SignInAddress.SignOut, SignInAddress.Denied];

    public static Task FollowAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.RequestServices.GetRequiredService<IOptions<OpenIdOptions>>().Value.IsOnlyWay || !IsWayIn(context))
        {
            return next(context);
        }

        if (SignInAddress.IsForPeople(context.Request))
        {
            var wanted = context.Request.Path == SignInAddress.SignIn ? context.Request.Query["returnUrl"].ToString() : "";
            context.Response.Redirect(OpenIdAddress.SignInThen(wanted));
            return Task.CompletedTask;
        }

        return TypedResults.Problem(
            "This way in is closed: people sign in at the provider that SignIn:OpenIdConnect names, and nowhere else.",
            statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
    }

    private static bool IsWayIn(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null && IsBelow(context.Request.Path, WaysIn) && !IsBelow(context.Request.Path, Open);

    private static bool IsBelow(PathString path, PathString[] folders) => Array.Exists(folders, folder => path.StartsWithSegments(folder, StringComparison.OrdinalIgnoreCase));
}
