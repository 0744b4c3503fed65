using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Access;
using Sensoro.Dashboard.Diagnostics;

namespace Sensoro.Dashboard.Limits;

/// <summary>
/// How fast somebody may ask: a bucket for each address, and one for each token that is shown. A stranger's made-up tokens get buckets of
/// their own, but all of them still count for the stranger's address.
/// </summary>
/// <remarks>Its own, not the framework's rate limiter for requests: what that one makes keeps its timers running after the program's end.</remarks>
internal sealed class RateLimits(IOptions<LimitOptions> options) : IDisposable
{
    private const int SecondsPerMinute = 60;

    /// <summary>More than an office that comes back after a break; less than what would trouble the provider.</summary>
    private const int ProviderSignInsPerMinute = 600;

    private readonly PartitionedRateLimiter<HttpContext> _byAddress =
        PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(context, options.Value, AddressOf(context)));

    private readonly PartitionedRateLimiter<HttpContext> _byToken =
        PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(context, options.Value, TokenOf(context.Request)));

    /// <summary>Takes one request from the buckets of its address and of its token.</summary>
    /// <param name="context">The request.</param>
    /// <returns>Null when both had one left; otherwise what says when to ask again.</returns>
    public RateLimitLease? Refuse(HttpContext context) => Refusal(_byAddress.AttemptAcquire(context)) ?? Refusal(_byToken.AttemptAcquire(context));

    public void Dispose()
    {
        _byAddress.Dispose();
        _byToken.Dispose();
    }

    private static RateLimitLease? Refusal(RateLimitLease lease)
    {
        if (!lease.IsAcquired)
        {
            return lease;
        }

        lease.Dispose();
        return null;
    }

    private static RateLimitPartition<string> Partition(HttpContext context, LimitOptions options, string? who)
    {
        var kind = RequestKinds.Of(context.Request);
        return who is null ? RateLimitPartition.GetNoLimiter("") : Bucket($"{kind} {who}", kind switch
        {
            RequestKind.Other => 0,
            RequestKind.SignIn => options.SignInsPerMinute,
            RequestKind.Connection => options.ConnectionsPerMinute,
            RequestKind.Api => options.ApiPerMinute,
            RequestKind.Export => options.ExportsPerMinute,
            RequestKind.Report => options.ReportsPerMinute,
            RequestKind.ProviderSignIn => ProviderSignInsPerMinute,
        });
    }

    private static RateLimitPartition<string> Bucket(string key, int perMinute) => perMinute == 0
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Math.Max(1, perMinute / SecondsPerMinute),
            ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, SecondsPerMinute / perMinute)),
            QueueLimit = 0,
        });

    private static string AddressOf(HttpContext context) => NetworkAddress.Of(context.Connection.RemoteIpAddress).ToString();

    /// <summary>
    /// By its hash: what is kept in memory for a limit is no secret. What is no bearer token counts for the whole header, so that no
    /// spelling has a bucket of its own.
    /// </summary>
    private static string? TokenOf(HttpRequest request) => (BearerToken.Of(request) ?? request.Headers.Authorization.ToString()) is { Length: > 0 } token
        ? Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)))
        : null;
}
