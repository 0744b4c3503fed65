using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Sensoro.Dashboard.Diagnostics;

/// <summary>
/// Lets go of people when the program stops, so that the pushes on their way get their commit and nobody's open page holds up the
/// end: no new circuit, no new hub; what still runs after a moment is cut.
/// </summary>
internal static class Stopping
{
    /// <summary>Time for a page or a download to end by itself. A service manager's patience is for the log, not for them.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private static readonly PathString[] LongLived = ["/_blazor", "/hubs"];

    public static IApplicationBuilder UseStopping(this IApplicationBuilder app)
    {
        var lifetime = app.ApplicationServices.GetRequiredService<IHostApplicationLifetime>();
        var time = app.ApplicationServices.GetRequiredService<TimeProvider>();
        var cut = new CancellationTokenSource();
        var timer = time.CreateTimer(_ => cut.Cancel(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        lifetime.ApplicationStopping.Register(() => timer.Change(Grace, Timeout.InfiniteTimeSpan));
        return app.Use(async (context, next) =>
        {
            if (lifetime.ApplicationStopping.IsCancellationRequested && IsLongLived(context.Request))
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                context.Response.Headers.RetryAfter = "5";
                return;
            }

            await using var registration = cut.Token.Register(static state => ((HttpContext?)state)?.Abort(), context);
            await next(context);
        });
    }

    private static bool IsLongLived(HttpRequest request) => LongLived.Any(path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));

    /// <summary>Not ready from the first moment of the end: whoever sends traffic should send it elsewhere.</summary>
    internal sealed class Check(IHostApplicationLifetime lifetime) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
            lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("The program is stopping.") : HealthCheckResult.Healthy());
    }
}
