using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sensoro.Dashboard.Diagnostics;

namespace Sensoro.Dashboard.Storage;

/// <summary>Ready means: the log was writable when it was last written, and the state can be read.</summary>
internal sealed class StorageHealthCheck(PipelineStatus status, FleetQueries fleet, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (status.IsLogFailing)
        {
            return HealthCheckResult.Unhealthy("The message log cannot be written.");
        }

        await fleet.PushesPerMinuteAsync(time.GetUtcNow(), 1, cancellationToken);
        return status.IsProjectionFailing ? HealthCheckResult.Degraded("The log is not being folded.") : HealthCheckResult.Healthy();
    }
}
