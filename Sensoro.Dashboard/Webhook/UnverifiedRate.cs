using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Diagnostics;

namespace Sensoro.Dashboard.Webhook;

/// <summary>How fast one network address may fill the quarantine with what nobody vouches for.</summary>
internal sealed class UnverifiedRate(IOptions<QuarantineIntakeOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> _limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(
        address => RateLimitPartition.GetTokenBucketLimiter(NetworkAddress.Of(address), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.Value.UnverifiedBurst,
            TokensPerPeriod = options.Value.UnverifiedPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));

    public bool TryTake(IPAddress? from)
    {
        using var lease = _limiter.AttemptAcquire(from ?? IPAddress.None);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
