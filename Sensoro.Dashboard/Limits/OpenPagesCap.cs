namespace Sensoro.Dashboard.Limits;

/// <summary>
/// When too many pages are open, says so instead of handing out a page that would never come to life, and tries again by itself: a wall
/// of screens has nobody who could.
/// </summary>
internal sealed class OpenPagesCap(RequestDelegate next, OpenPages open)
{
    public const string BusyPath = "/busy";
    public const string RetryAfterSeconds = "20";

    public async Task InvokeAsync(HttpContext context)
    {
        var from = context.Connection.RemoteIpAddress;
        if (RequestKinds.IsCircuit(context.Request))
        {
            await ConnectAsync(context);
        }
        else if (IsPage(context) && open.IsFull(from))
        {
            context.Response.Redirect($"{BusyPath}?returnUrl={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
        }
        else
        {
            await next(context);
        }
    }

    private async Task ConnectAsync(HttpContext context)
    {
        var from = context.Connection.RemoteIpAddress;
        if (!RequestKinds.IsUpgrade(context.Request))
        {
            await (open.IsFull(from) ? RefuseAsync(context) : next(context));
            return;
        }

        if (!open.TryEnter(from))
        {
            await RefuseAsync(context);
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            open.Leave(from);
        }
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = RetryAfterSeconds;
        return TypedResults.Problem(
            "Too many pages of the program are open. Close some, or raise Limits:OpenPages or Limits:OpenPagesPerAddress.",
            statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
    }

    /// <summary>A page that will want a circuit.</summary>
    private static bool IsPage(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.GetEndpoint()?.Metadata is { } endpoint
        && endpoint.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null
        && endpoint.GetMetadata<Microsoft.AspNetCore.Components.ExcludeFromInteractiveRoutingAttribute>() is null;
}
