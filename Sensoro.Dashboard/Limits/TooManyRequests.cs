using System.Globalization;
using System.Threading.RateLimiting;

namespace Sensoro.Dashboard.Limits;

/// <summary>Says to whom asks too fast when to ask again.</summary>
internal sealed class TooManyRequests(RequestDelegate next, RateLimits limits)
{
    public async Task InvokeAsync(HttpContext context)
    {
        using var refusal = limits.Refuse(context);
        await (refusal is null ? next(context) : AnswerAsync(context, refusal));
    }

    private static Task AnswerAsync(HttpContext context, RateLimitLease refusal)
    {
        var wait = refusal.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : TimeSpan.FromSeconds(1);
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return TypedResults.Problem(
            "Too many requests from this address or with this token. Ask again after the seconds in Retry-After; the limits are in the section Limits of the configuration.",
            statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(context);
    }
}
